package io.github.pdmspark.examples.frontier;

import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.TunedAlarm;

/**
 * A policy that the calibration slice chose, and what it did in the test.
 *
 * @param limit false alarms per machine-year that it was chosen for
 * @param chosen the choice
 * @param test the report on the test, with costs
 */
record Verdict(double limit, TunedAlarm chosen, EvaluationReport test) {}
