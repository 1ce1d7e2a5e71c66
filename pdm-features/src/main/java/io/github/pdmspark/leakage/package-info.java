/**
 * Whether a pipeline, a label, a split or a fitted step looks into the future: found by changing the future and comparing.
 *
 * <p>Takes: a {@link io.github.pdmspark.fleet.FleetHistory} and any function of it. Gives: {@link
 * io.github.pdmspark.leakage.LeakageCertificate}. Next: training.
 */
@NullMarked
package io.github.pdmspark.leakage;

import org.jspecify.annotations.NullMarked;
