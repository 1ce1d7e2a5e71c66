package io.github.pdmspark.monitoring;

import io.github.pdmspark.evaluation.EvaluationReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The verdict on mature predictions.
 *
 * @param modelId the model that made them
 * @param knownAt nothing that became known later is in
 * @param watermark predictions up to this time, included, are mature
 * @param mature their number
 * @param waiting predictions whose answer is still open
 * @param first the earliest time of a mature prediction
 * @param last the latest one
 * @param evaluation the verdict
 */
public record MaturedReport(
        String modelId,
        Instant knownAt,
        Instant watermark,
        long mature,
        long waiting,
        Instant first,
        Instant last,
        EvaluationReport evaluation) {

    /** How old the youngest judged prediction is: the verdict says nothing about anything later. */
    public Duration age() {
        return Duration.between(last, knownAt);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Model %s: %d predictions from %s to %s, known at %s, the youngest %.1f days old; %d wait for their answer%n%s",
                modelId,
                mature,
                first,
                last,
                knownAt,
                age().toHours() / 24.0,
                waiting,
                evaluation);
    }
}
