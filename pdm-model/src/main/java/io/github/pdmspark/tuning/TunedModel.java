package io.github.pdmspark.tuning;

import io.github.pdmspark.bundle.ModelBundle;

/**
 * The best candidate, trained on all rows, beside all that it was chosen from.
 *
 * @param bundle without calibration and alarm policy: choose these on a slice that did not train
 * @param report how the candidates did in the folds; expect less from the best one elsewhere
 */
public record TunedModel(ModelBundle bundle, TuningReport report) {}
