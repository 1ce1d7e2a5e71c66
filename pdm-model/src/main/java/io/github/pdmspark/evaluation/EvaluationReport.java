package io.github.pdmspark.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * How good the scores are.
 *
 * @param events the verdict by failures, false alarms and hours of warning: the headline
 * @param baselines the same for the simple rules that the model must beat
 * @param groups the same by groups of machines; empty unless {@link #withGroups} was called
 * @param costs what the policy and the baselines cost, if {@link #withCosts} was called
 * @param rows the verdict by rows
 */
public record EvaluationReport(
        EventMetrics events,
        List<EventMetrics> baselines,
        List<GroupEvents> groups,
        Optional<CostReport> costs,
        RowMetrics rows) {

    public EvaluationReport {
        baselines = List.copyOf(baselines);
        groups = List.copyOf(groups);
    }

    /** A report without groups and costs. */
    public static EvaluationReport of(EventMetrics events, List<EventMetrics> baselines, RowMetrics rows) {
        return new EvaluationReport(events, baselines, List.of(), Optional.empty(), rows);
    }

    /** The same with the verdict by groups, from {@link EventEvaluation#judgeBy}. */
    public EvaluationReport withGroups(List<GroupEvents> newGroups) {
        return new EvaluationReport(events, baselines, newGroups, costs, rows);
    }

    /** The same with costs, from {@link EventEvaluation#costs}. */
    public EvaluationReport withCosts(CostReport newCosts) {
        return new EvaluationReport(events, baselines, groups, Optional.of(newCosts), rows);
    }

    /**
     * JSON with the objects {@code events}, {@code baselines} (by rule), {@code groups} (by attribute and value), {@code costs}
     * if there are any, and {@code rows}; an undefined number is null, with its reason beside it as {@code <name>Reason}.
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
