/**
 * The jobs of a fleet: check, features, training, evaluation, scoring, report.
 *
 * <p>Takes: a specification and a session, which it neither makes nor stops. Gives: {@link io.github.pdmspark.job.JobResult}.
 * Next: {@code cli}.
 */
@NullMarked
package io.github.pdmspark.job;

import org.jspecify.annotations.NullMarked;
