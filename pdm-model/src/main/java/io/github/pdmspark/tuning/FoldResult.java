package io.github.pdmspark.tuning;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.time.TimeRange;
import java.util.Optional;

/**
 * What one candidate reached in one fold.
 *
 * @param candidate its name
 * @param fold number of the fold, from 1
 * @param test the period that judged
 * @param value the objective; undefined with the reason if the fold cannot judge or the candidate could not be trained
 * @param policy the alarm policy that the calibration slice of the fold chose, if the objective needs one
 */
public record FoldResult(String candidate, int fold, TimeRange test, Metric value, Optional<AlarmPolicy> policy) {}
