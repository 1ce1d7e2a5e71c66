/**
 * What becomes of a model in operation.
 *
 * <p>Takes: the log of its predictions, new features, failures and visits as they become known. Gives: {@link
 * io.github.pdmspark.monitoring.MaturedEvaluation}, {@link io.github.pdmspark.monitoring.VisitReview}, {@link
 * io.github.pdmspark.monitoring.DriftMonitor}, {@link io.github.pdmspark.monitoring.ChampionChallenger}. Next: {@code
 * training} again, or nothing.
 */
@NullMarked
package io.github.pdmspark.monitoring;

import org.jspecify.annotations.NullMarked;
