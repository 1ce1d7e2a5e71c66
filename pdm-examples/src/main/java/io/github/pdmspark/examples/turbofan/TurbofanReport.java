package io.github.pdmspark.examples.turbofan;

import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.hazard.HazardModel;
import io.github.pdmspark.life.LifeRegression;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.quality.QualityReport;
import io.github.pdmspark.quality.TableSummary;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.report.chart.Facet;
import io.github.pdmspark.report.chart.Line;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.Point;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.survival.IntervalCoverage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The cells of the turbofan program, printed as it goes and written as one HTML page. */
final class TurbofanReport {

    private static final int TOP = 10;
    private static final int ENGINES_DRAWN = 3;

    private final Notebook notebook;
    private final long started = System.nanoTime();

    TurbofanReport(PrintStream out) {
        notebook = Notebook.titled("How many cycles does an engine have left?", out);
    }

    private void progress(String step) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        notebook.progress(String.format(Locale.ROOT, "%3d s  %s", elapsed.toSeconds(), step));
    }

    void start(String source) {
        notebook.section("Engines");
        notebook.text(source);
        progress("Reading and checking ...");
    }

    void engines(QualityReport training, QualityReport cut) {
        TableSummary known = training.table("telemetry");
        TableSummary asked = cut.table("telemetry");
        notebook.table(
                "Is every cycle accounted for?",
                TableView.of("engines", "cycles in", "accepted", "quarantined")
                        .withRow("run until failure", known.rowsIn(), known.accepted(), known.quarantined())
                        .withRow("cut before failure", asked.rowsIn(), asked.accepted(), asked.quarantined()));
        progress("Finding regimes, computing features ...");
    }

    void features(EngineFeatures features, FeatureTable table) {
        notebook.text("Sensors that move: " + String.join(", ", features.sensors())
                + ". Their values are deviations from"
                + " what is usual in "
                + features.regimes().regimes().size() + " operating regime(s), found on the engines that train; "
                + table.featureNames().size()
                + " features: means over 10 cycles and over all so far, slopes over all so"
                + " far, and how many there were.");
        notebook.section("Models");
        notebook.text(
                "Lives are cut at " + (int) TurbofanRul.CAP + " cycles in the training of forest and boosting, not for"
                        + " the hazards. Nothing of the test engines is used in training, and no setting was chosen on them.");
        progress("Training forest, boosting and hazards ...");
    }

    void models(LifeRegression forest, LifeRegression boosting, HazardModel hazards) {
        TableView table = TableView.of("model", "rows", "censored");
        table = withRows(table, "forest", forest.provenance().trainedOn().rowsByStatus());
        table = withRows(table, "boosting", boosting.provenance().trainedOn().rowsByStatus());
        table = withRows(
                table,
                "hazards",
                hazards.hazards().get(0).provenance().trainedOn().rowsByStatus());
        notebook.table("How many rows did each model learn from?", table);
        notebook.chart(importance(
                "Which features does the forest use most?", forest.model().importances()));
        notebook.chart(importance("Which features do the hazards use most?", hazards.importances()));
        progress("Predicting the lives of the test engines ...");
    }

    private static TableView withRows(TableView table, String model, Map<String, Long> rows) {
        return table.withRow(
                model, rows.values().stream().mapToLong(Long::longValue).sum(), rows.get("CENSORED"));
    }

    private static BarChart importance(String question, Map<String, Double> importances) {
        Map<String, Double> best = new LinkedHashMap<>();
        importances.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP)
                .forEach(entry -> best.put(entry.getKey(), entry.getValue()));
        return BarChart.of(question, "share of importance", best).horizontal();
    }

    void verdict(EngineVerdict verdict) {
        notebook.section("Verdict");
        notebook.table("How far off are predictions at the last cycle of each test engine?", errors(verdict));
        intervals(verdict.coverage());
        notebook.chart(scatter(verdict));
        for (List<EngineLife> engine : verdict.closest(ENGINES_DRAWN)) {
            notebook.chart(overLife(engine));
        }
    }

    private static TableView errors(EngineVerdict verdict) {
        TableView table = TableView.of(
                "model", "RMSE capped", "RMSE uncapped", "bias", "PHM08", "C-index", "within 20 % halfway");
        Map<String, ToDoubleFunction<EngineLife>> models = new LinkedHashMap<>();
        models.put("forest", EngineLife::forest);
        models.put("boosting", EngineLife::boosting);
        models.put("mean of both", EngineLife::mean);
        models.put("median of hazards", EngineLife::median);
        for (Map.Entry<String, ToDoubleFunction<EngineLife>> model : models.entrySet()) {
            table = table.withRow(
                    model.getKey(),
                    fixed(verdict.capped(model.getValue()).rootMeanSquare(), 2),
                    fixed(verdict.uncapped(model.getValue()).rootMeanSquare(), 2),
                    fixed(verdict.uncapped(model.getValue()).bias(), 2),
                    fixed(verdict.uncapped(model.getValue()).phm08(), 0),
                    fixed(verdict.concordance(model.getValue()), 3),
                    verdict.accuracyHalfway(model.getValue()).toString());
        }
        return table;
    }

    private void intervals(IntervalCoverage coverage) {
        notebook.table(
                "Do 80 % intervals of the hazards hold the true life?",
                TableView.of("inside", "95 % interval", "shorter", "longer", "mean width")
                        .withRow(
                                coverage.inside().toString(),
                                coverage.inside()
                                        .interval()
                                        .map(Object::toString)
                                        .orElse("-"),
                                coverage.below(),
                                coverage.above(),
                                fixed(coverage.meanWidth(), 1)));
    }

    private static LineChart scatter(EngineVerdict verdict) {
        List<Point> points = verdict.last().stream()
                .map(life -> Point.of(life.truth(), life.forest()))
                .toList();
        double end = points.stream().mapToDouble(Point::x).max().orElse(0);
        return LineChart.of(
                "Do predictions agree with the truth?",
                XAxis.number("true cycles left"),
                Facet.of(
                        "cycles left as the forest predicts them",
                        Line.dots("test engine", points),
                        Line.of("perfect", List.of(Point.of(0, 0), Point.of(end, end)))));
    }

    private static LineChart overLife(List<EngineLife> engine) {
        List<Point> truth = new ArrayList<>();
        List<Point> predicted = new ArrayList<>();
        List<Point> hazards = new ArrayList<>();
        for (EngineLife life : engine) {
            truth.add(Point.of(life.cycle(), life.truth()));
            predicted.add(Point.of(life.cycle(), life.forest()));
            if (Double.isFinite(life.high())) {
                hazards.add(Point.banded(life.cycle(), life.median(), life.low(), life.high()));
            }
        }
        return LineChart.of(
                "How did the predictions for engine " + engine.get(0).unit() + " change over its life?",
                XAxis.number("cycles run"),
                Facet.of(
                        "cycles left",
                        Line.of("truth", truth),
                        Line.of("forest", predicted),
                        Line.of("median and 80 % band of the hazards", hazards)));
    }

    private static String fixed(Metric metric, int decimals) {
        OptionalDouble value = metric.value();
        return value.isPresent() ? String.format(Locale.ROOT, "%,." + decimals + "f", value.getAsDouble()) : "-";
    }

    void write(Path out) {
        notebook.writeHtml(out.resolve("report.html"));
        progress("Models: " + out.resolve("forest") + ", " + out.resolve("boosting") + ", " + out.resolve("hazards"));
    }
}
