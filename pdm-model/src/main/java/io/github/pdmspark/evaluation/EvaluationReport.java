package io.github.pdmspark.evaluation;

import java.util.List;

/**
 * How good the scores are.
 *
 * @param events the verdict by failures, false alarms and hours of warning: the headline
 * @param baselines the same for the simple rules that the model must beat
 * @param rows the verdict by rows
 */
public record EvaluationReport(EventMetrics events, List<EventMetrics> baselines, RowMetrics rows) {

    public EvaluationReport {
        baselines = List.copyOf(baselines);
    }

    /**
     * JSON with the objects {@code events}, {@code baselines} (by rule) and {@code rows}; an undefined number is null, with
     * its reason beside it as {@code <name>Reason}.
     */
    public String toJson() {
        return new ReportJson(this).text();
    }

    /** A page of text. */
    @Override
    public String toString() {
        return new ReportText(this).text();
    }
}
