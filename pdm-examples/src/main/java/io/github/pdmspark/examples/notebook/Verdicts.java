package io.github.pdmspark.examples.notebook;

import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.EventMetrics;
import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.report.table.TableView;
import org.jspecify.annotations.Nullable;

/** Verdicts as tables for reading. */
final class Verdicts {

    private Verdicts() {}

    /** The policy first, then the rules that it must beat. */
    static TableView events(EvaluationReport report) {
        TableView table = TableView.of(
                "rule", "failures", "announced", "share", "median hours before", "false alarms", "per machine-month");
        table = with(table, report.events());
        for (EventMetrics baseline : report.baselines()) {
            table = with(table, baseline);
        }
        return table.withNote("Only the rows of this table compare models across labels; rows are many and alike.");
    }

    /** The number, null where there is none. */
    static @Nullable Double number(Metric metric) {
        return metric.value().isPresent() ? metric.value().getAsDouble() : null;
    }

    private static TableView with(TableView table, EventMetrics metrics) {
        return table.withRow(
                metrics.rule(),
                metrics.counts().failures(),
                metrics.counts().detected(),
                number(metrics.counts().detection().value()),
                number(metrics.lead().medianHours()),
                metrics.counts().falseEpisodes(),
                number(metrics.falseAlarms().perMachineMonth()));
    }
}
