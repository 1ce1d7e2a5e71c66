/**
 * How good the scores are: in rows, and in failures, false alarms and hours of warning.
 *
 * <p>Takes: scores, failures and repairs, an alarm policy. Gives: {@link io.github.pdmspark.evaluation.EvaluationReport},
 * and a policy chosen on a calibration slice by {@link io.github.pdmspark.evaluation.AlarmTuning}
 * or, in money, {@link io.github.pdmspark.evaluation.CostTuning}. Next: reports.
 */
@NullMarked
package io.github.pdmspark.evaluation;

import org.jspecify.annotations.NullMarked;
