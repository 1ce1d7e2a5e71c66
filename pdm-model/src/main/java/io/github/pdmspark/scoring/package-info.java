/**
 * Scores from raw history, with the features that the model was trained on.
 *
 * <p>Takes: a {@link io.github.pdmspark.bundle.ModelBundle} and a {@link io.github.pdmspark.fleet.FleetHistory}. Gives:
 * {@link io.github.pdmspark.model.Scores}, one row per machine and observation time, each with a status. Next: {@code
 * evaluation}, or your own tables.
 */
@NullMarked
package io.github.pdmspark.scoring;

import org.jspecify.annotations.NullMarked;
