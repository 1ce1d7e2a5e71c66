/**
 * Whether a dataset looks fit to train on: no feature that gives the answer away, no gap that does, no drift.
 *
 * <p>Takes: a {@link io.github.pdmspark.split.TemporalSplit}, or a model and the rows that it shall score. Gives: {@link
 * io.github.pdmspark.gate.GateReport}. Next: training, or scoring.
 */
@NullMarked
package io.github.pdmspark.gate;

import org.jspecify.annotations.NullMarked;
