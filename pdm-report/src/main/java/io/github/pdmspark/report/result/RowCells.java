package io.github.pdmspark.report.result;

import static io.github.pdmspark.report.result.EventCells.number;

import io.github.pdmspark.evaluation.ClassMetrics;
import io.github.pdmspark.evaluation.ConfusionMatrix;
import io.github.pdmspark.evaluation.ReliabilityBin;
import io.github.pdmspark.evaluation.RowMetrics;
import io.github.pdmspark.evaluation.ScoreQuality;
import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.chart.Facet;
import io.github.pdmspark.report.chart.HeatMap;
import io.github.pdmspark.report.chart.Line;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.Point;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.report.table.TableView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdict by rows. */
final class RowCells {

    private RowCells() {}

    static TableView confusion(ConfusionMatrix matrix) {
        List<String> headers = new ArrayList<>(List.of("what came"));
        matrix.classes().forEach(name -> headers.add("predicted " + name));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < matrix.classes().size(); i++) {
            List<@Nullable Object> row =
                    new ArrayList<>(List.of(matrix.classes().get(i)));
            row.addAll(matrix.counts().get(i));
            rows.add(row);
        }
        return TableView.of(headers, rows);
    }

    /** Counts would show nothing but the healthy rows: they are a hundred times as many. */
    static Chart shares(ConfusionMatrix matrix) {
        List<List<Double>> shares = new ArrayList<>();
        for (List<Long> row : matrix.counts()) {
            double all = row.stream().mapToLong(Long::longValue).sum();
            shares.add(row.stream()
                    .map(count -> all == 0 ? Double.NaN : 100 * count / all)
                    .toList());
        }
        return new HeatMap(
                "Which share of what came (rows) was called what (columns)?",
                "% of the rows of a class",
                matrix.classes(),
                matrix.classes(),
                shares);
    }

    static TableView classes(ConfusionMatrix matrix) {
        TableView table = TableView.of("class", "rows", "predicted", "precision", "recall", "F1");
        for (ClassMetrics each : matrix.byClass()) {
            table = table.withRow(
                    each.name(),
                    each.support(),
                    each.predicted(),
                    number(each.precision()),
                    number(each.recall()),
                    number(each.f1()));
        }
        return table.withNote("A dash: nothing to divide by, not zero.");
    }

    static TableView together(ConfusionMatrix matrix) {
        return TableView.of("number", "value")
                .withRow("accuracy", number(matrix.accuracy().value()))
                .withRow(
                        "accuracy of always naming the most frequent class",
                        number(matrix.majorityBaseline().value()))
                .withRow("macro F1", number(matrix.macroF1()))
                .withRow("macro F1 of the components", number(matrix.componentMacroF1()));
    }

    static Chart reliability(RowMetrics metrics) {
        return new LineChart(
                "Does a failure come as often as its score says? On the line it does",
                XAxis.number("mean score of a tenth; band: 95 % interval"),
                metrics.components().stream().map(RowCells::reliability).toList(),
                List.of());
    }

    private static Facet reliability(ScoreQuality quality) {
        List<Point> seen = new ArrayList<>();
        for (ReliabilityBin bin : quality.reliability()) {
            double share = (double) bin.observed().hits() / bin.observed().total();
            seen.add(Point.banded(
                    bin.meanScore(),
                    share,
                    Math.min(share, bin.interval().low()),
                    Math.max(share, bin.interval().high())));
        }
        return Facet.of(
                quality.target() + ": share that failed",
                Line.of("what came", seen),
                Line.of("as promised", List.of(Point.of(0, 0), Point.of(1, 1))));
    }
}
