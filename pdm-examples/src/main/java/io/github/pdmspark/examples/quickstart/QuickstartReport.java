package io.github.pdmspark.examples.quickstart;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.Waterfall;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.EventMetrics;
import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.evaluation.TunedAlarm;
import io.github.pdmspark.examples.program.ExampleFleet;
import io.github.pdmspark.examples.program.RiskOfMachine;
import io.github.pdmspark.quality.QualityReport;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.split.SplitReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The cells of the quickstart, printed as the job goes and written as one HTML page. */
final class QuickstartReport {

    private static final int TOP = 10;

    private final Notebook notebook;
    private final Results results;
    private final long started = System.nanoTime();

    QuickstartReport(PrintStream out) {
        notebook = Notebook.titled("Which machine fails next, and which part?", out);
        results = Results.in(notebook);
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
        results.quality(quality);
        notebook.section("What was known, what came next");
        progress("Computing features and labels ...");
    }

    void rows(Waterfall waterfall) {
        notebook.text(
                "One row per machine every three hours. A feature reads only what was known before its row's time;"
                        + " a label says which component fails in the horizon after it.");
        results.rows(waterfall);
    }

    void split(SplitReport split) {
        notebook.section("Model");
        results.split(split);
        progress("Training a random forest ...");
    }

    void model(ModelBundle bundle) {
        results.importances(bundle.model().importances());
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
        results.scores(scores, TOP);
        progress("Judging the scores by what really happened ...");
    }

    void risk(RiskOfMachine risk) {
        notebook.chart(risk.chart());
    }

    void verdict(EvaluationReport verdict) {
        notebook.section("Verdict");
        results.events(verdict);
        notebook.text("Rows, for comparison only: macro F1 "
                + verdict.rows().macroF1() + ", accuracy "
                + verdict.rows().confusion().accuracy() + ", majority baseline "
                + verdict.rows().confusion().majorityBaseline() + ".");
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
