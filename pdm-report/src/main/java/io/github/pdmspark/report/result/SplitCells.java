package io.github.pdmspark.report.result;

import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.chart.Interval;
import io.github.pdmspark.report.chart.Lane;
import io.github.pdmspark.report.chart.Series;
import io.github.pdmspark.report.chart.Timeline;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.split.SliceRows;
import io.github.pdmspark.split.SplitReport;
import java.time.Instant;
import java.util.List;

/** How a dataset was divided. */
final class SplitCells {

    private SplitCells() {}

    /** A slice of a single time has no length to draw. */
    static Chart strip(SplitReport split) {
        List<Interval> strip = filled(split).stream()
                .filter(slice -> first(slice).isBefore(last(slice)))
                .map(slice ->
                        new Interval(first(slice), last(slice), slice.slice().title()))
                .toList();
        return new Timeline(
                "What does the model learn from, and what is it tested on?",
                List.of(new Lane("rows", strip, List.of())));
    }

    static TableView rows(SplitReport split) {
        TableView table = TableView.of("slice", "from", "to", "rows", "usable", "before a failure");
        for (SliceRows slice : filled(split)) {
            table = table.withRow(
                    slice.slice().title(), first(slice), last(slice), slice.rows(), slice.usable(), slice.positives());
        }
        return table;
    }

    static Chart balance(SplitReport split) {
        List<SliceRows> usable =
                filled(split).stream().filter(slice -> slice.usable() > 0).toList();
        return BarChart.grouped(
                "Is every slice as unbalanced as the others?",
                "% of usable rows before a failure",
                usable.stream().map(slice -> slice.slice().title()).toList(),
                List.of(new Series(
                        "before a failure",
                        usable.stream()
                                .map(slice -> 100.0 * slice.positives() / slice.usable())
                                .toList())));
    }

    private static List<SliceRows> filled(SplitReport split) {
        return split.slices().stream().filter(slice -> slice.rows() > 0).toList();
    }

    private static Instant first(SliceRows slice) {
        return slice.first().orElseThrow();
    }

    private static Instant last(SliceRows slice) {
        return slice.last().orElseThrow();
    }
}
