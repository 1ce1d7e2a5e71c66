/**
 * Whether the rows can be trusted: measures all tables in few jobs, judges afterwards, sets rejected rows aside.
 *
 * <p>Takes: typed tables with their checks. Gives: {@link io.github.pdmspark.quality.QualityReport} and {@link
 * io.github.pdmspark.quality.Quarantine}; every row given is accepted, quarantined or a counted duplicate. Next: {@code
 * fleet}.
 */
@NullMarked
package io.github.pdmspark.quality;

import org.jspecify.annotations.NullMarked;
