package io.github.pdmspark.examples.quickstart;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.Waterfall;
import io.github.pdmspark.evaluation.ComponentEvents;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.EventMetrics;
import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.evaluation.TunedAlarm;
import io.github.pdmspark.examples.program.ExampleFleet;
import io.github.pdmspark.examples.program.RiskOfMachine;
import io.github.pdmspark.examples.program.Words;
import io.github.pdmspark.quality.QualityReport;
import io.github.pdmspark.quality.TableSummary;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.report.chart.Interval;
import io.github.pdmspark.report.chart.Lane;
import io.github.pdmspark.report.chart.Series;
import io.github.pdmspark.report.chart.Timeline;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.split.SliceRows;
import io.github.pdmspark.split.SplitReport;
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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The cells of the quickstart, printed as the job goes and written as one HTML page. */
final class QuickstartReport {

    private static final int TOP = 10;

    private final Notebook notebook;
    private final long started = System.nanoTime();

    QuickstartReport(PrintStream out) {
        notebook = Notebook.titled("Which machine fails next, and which part?", out);
    }

    private void progress(String step) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        notebook.progress(String.format(Locale.ROOT, "%3d s  %s", elapsed.toSeconds(), step));
    }

    void start(ExampleFleet fleet) {
        notebook.section("What happened");
        notebook.text(fleet.origin());
        progress("Reading and checking ...");
    }

    void quality(QualityReport quality) {
        TableView table = TableView.of("table", "rows in", "accepted", "quarantined", "duplicates");
        for (TableSummary summary : quality.tables()) {
            table = table.withRow(
                    summary.table(), summary.rowsIn(), summary.accepted(), summary.quarantined(), summary.duplicates());
        }
        notebook.table("Is every row accounted for?", table);
        notebook.text(
                quality.isClean()
                        ? "Nothing was noticed in the data."
                        : quality.findings().stream()
                                .map(finding -> "- " + finding)
                                .reduce("Found:", (text, line) -> text + "\n" + line));
        notebook.section("What was known, what came next");
        progress("Computing features and labels ...");
    }

    void rows(Waterfall waterfall) {
        TableView table = TableView.of("status", "rows").withRow("all rows", waterfall.rows());
        for (Waterfall.Step step : waterfall.steps()) {
            table = table.withRow(Words.of(step.status()), step.rows());
        }
        notebook.text(
                "One row per machine every three hours. A feature reads only what was known before its row's time;"
                        + " a label says which component fails in the horizon after it.");
        notebook.table("Which rows can be used, and why not the others?", table);
        Map<String, Long> classes = new LinkedHashMap<>();
        waterfall.classes().stream()
                .filter(each -> !each.label().equals("NEGATIVE"))
                .forEach(each -> classes.put(each.label(), each.rows()));
        notebook.chart(BarChart.of("How many rows precede a failure of each component?", "rows", classes));
    }

    void split(SplitReport split) {
        notebook.section("Model");
        TableView table = TableView.of("slice", "rows", "usable", "positive");
        List<Interval> strip = new ArrayList<>();
        for (SliceRows slice : split.slices()) {
            if (slice.rows() > 0) {
                table = table.withRow(slice.slice().title(), slice.rows(), slice.usable(), slice.positives());
                strip.add(new Interval(
                        slice.first().orElseThrow(),
                        slice.last().orElseThrow(),
                        slice.slice().title()));
            }
        }
        notebook.chart(new Timeline(
                "What does the model learn from, and what is it tested on?",
                List.of(new Lane("rows", strip, List.of()))));
        notebook.table("How many rows does each slice hold?", table);
        progress("Training a random forest ...");
    }

    void model(ModelBundle bundle) {
        Map<String, Double> best = new LinkedHashMap<>();
        bundle.model().importances().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP)
                .forEach(entry -> best.put(entry.getKey(), entry.getValue()));
        notebook.chart(BarChart.of("Which features does the forest use most?", "share of importance", best)
                .horizontal());
        progress("Choosing the alarm policy on the calibration slice ...");
    }

    void alarm(TunedAlarm alarm) {
        EventMetrics seen = alarm.onCalibration();
        notebook.table(
                "Which alarm policy was chosen, on the calibration slice only?",
                TableView.of("threshold", "k of n", "detected", "median lead h", "false per machine-year")
                        .withRow(
                                alarm.policy().threshold(),
                                alarm.policy().k() + " of " + alarm.policy().n(),
                                seen.counts().detected() + " of "
                                        + seen.counts().seen(),
                                fixed(seen.lead().medianHours(), 0),
                                fixed(seen.falseAlarms().perMachineYear(), 2)));
        progress("Saving the model, loading it again, scoring ...");
    }

    void scores(Dataset<Row> scores) {
        notebook.section("Scores");
        notebook.table(
                "What became of the rows to score?",
                Tables.of(
                        scores.groupBy("status")
                                .agg(count(lit(1)).as("rows"), avg(col("score")).as("mean score"))
                                .orderBy("status"),
                        TOP));
        notebook.table(
                "Which machines are most at risk at the latest time?",
                Tables.of(
                        scores.join(scores.agg(max("as_of").as("as_of")), "as_of")
                                .where("status = 'SCORED'")
                                .orderBy(col("score").desc(), col("machine_id"))
                                .select("machine_id", "as_of", "score", "top_component"),
                        TOP));
        progress("Judging the scores by what really happened ...");
    }

    void risk(RiskOfMachine risk) {
        notebook.chart(risk.chart());
    }

    void verdict(EvaluationReport verdict) {
        notebook.section("Verdict");
        TableView table = TableView.of("rule", "failures", "detected", "rate", "lead h", "false", "per machine-year");
        table = withEvents(table, verdict.events());
        for (EventMetrics baseline : verdict.baselines()) {
            table = withEvents(table, baseline);
        }
        notebook.table("How many failures did alarms announce, and how many alarms were false?", table);
        List<ComponentEvents> components = verdict.events().components();
        notebook.chart(BarChart.grouped(
                "Which failures were announced?",
                "failures",
                components.stream().map(ComponentEvents::component).toList(),
                List.of(
                        new Series(
                                "announced",
                                components.stream()
                                        .map(each -> (double) each.counts().detected())
                                        .toList()),
                        new Series(
                                "not announced",
                                components.stream()
                                        .map(each -> (double) (each.counts().seen()
                                                - each.counts().detected()))
                                        .toList()))));
        notebook.text("Rows, for comparison only: macro F1 "
                + verdict.rows().macroF1() + ", accuracy "
                + verdict.rows().confusion().accuracy() + ", majority baseline "
                + verdict.rows().confusion().majorityBaseline() + ".");
    }

    private static TableView withEvents(TableView table, EventMetrics metrics) {
        return table.withRow(
                metrics.rule(),
                metrics.counts().failures(),
                metrics.counts().detected(),
                fixed(metrics.counts().detection().value(), 3),
                fixed(metrics.lead().medianHours(), 0),
                metrics.counts().falseEpisodes(),
                fixed(metrics.falseAlarms().perMachineYear(), 2));
    }

    private static String fixed(Metric metric, int decimals) {
        OptionalDouble value = metric.value();
        return value.isPresent() ? String.format(Locale.ROOT, "%,." + decimals + "f", value.getAsDouble()) : "-";
    }

    void write(Path out) {
        notebook.writeHtml(out.resolve("report.html"));
        progress("Model: " + out.resolve("model") + ", scores: " + out.resolve("scores") + ", evaluation: "
                + out.resolve("evaluation.json"));
    }
}
