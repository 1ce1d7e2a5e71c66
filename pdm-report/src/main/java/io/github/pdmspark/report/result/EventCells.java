package io.github.pdmspark.report.result;

import io.github.pdmspark.evaluation.ComponentEvents;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.EventMetrics;
import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.chart.Series;
import io.github.pdmspark.report.table.TableView;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The verdict by failures and alarms. */
final class EventCells {

    private EventCells() {}

    /** The policy first, then the rules that it must beat. */
    static TableView verdict(EvaluationReport report) {
        TableView table = TableView.of(
                "rule",
                "failures",
                "announced",
                "share",
                "hours before",
                "false alarms",
                "per machine-year",
                "per machine-month");
        table = with(table, report.events());
        for (EventMetrics baseline : report.baselines()) {
            table = with(table, baseline);
        }
        return table.withNote(
                "Hours are medians. Only this table compares models across labels; rows are many and alike.");
    }

    static Chart announced(EvaluationReport report) {
        List<ComponentEvents> components = report.events().components();
        return BarChart.grouped(
                        "Which failures were announced?",
                        "failures",
                        components.stream().map(ComponentEvents::component).toList(),
                        List.of(
                                series("announced", components, each -> each.counts()
                                        .detected()),
                                series(
                                        "not announced",
                                        components,
                                        each -> each.counts().seen()
                                                - each.counts().detected()),
                                series("no score before it", components, each -> each.counts()
                                        .notSeen())))
                .stacked();
    }

    /** The number, null where there is none. */
    static @Nullable Double number(Metric metric) {
        return metric.value().isPresent() ? metric.value().getAsDouble() : null;
    }

    private static Series series(
            String name, List<ComponentEvents> components, ToDoubleFunction<ComponentEvents> count) {
        return new Series(
                name, components.stream().map(each -> count.applyAsDouble(each)).toList());
    }

    private static TableView with(TableView table, EventMetrics metrics) {
        return table.withRow(
                metrics.rule(),
                metrics.counts().failures(),
                metrics.counts().detected(),
                number(metrics.counts().detection().value()),
                number(metrics.lead().medianHours()),
                metrics.counts().falseEpisodes(),
                number(metrics.falseAlarms().perMachineYear()),
                number(metrics.falseAlarms().perMachineMonth()));
    }
}
