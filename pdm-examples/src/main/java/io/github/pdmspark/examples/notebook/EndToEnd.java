package io.github.pdmspark.examples.notebook;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.report.table.PageLink;
import io.github.pdmspark.report.table.TableView;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The whole story in one run: look, compute, train, score, judge, go on by schedule, score without Spark. */
public final class EndToEnd {

    private final SparkSession spark;
    private final Settings settings;
    private final PrintStream out;
    private TableView steps = TableView.of("step", "seconds", "report");

    EndToEnd(SparkSession spark, Settings settings, PrintStream out) {
        this.spark = spark;
        this.settings = settings;
        this.out = out;
    }

    /** Runs on this machine; writes {@code index.html} and the reports of all steps. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run(
                "end to end",
                spark -> new EndToEnd(spark, Settings.fromSystemProperties("notebooks"), System.out).run());
    }

    /** The steps in order; gives the verdict. */
    EvaluationReport run() throws IOException {
        long started = System.nanoTime();
        Story story = Story.of(spark, settings);
        started = done("read and check five tables", started);
        new ExploreRawData(story, out).run();
        started = done("look at the raw data", "raw-data.html", started);
        LabelledDataset dataset = story.dataset();
        started = done("compute features and labels", started);
        new ExploreFeatures(story, dataset, out).run();
        started = done("look at the features", "features.html", started);
        new TrainAndEvaluate(story, dataset, out).run();
        started = done("train and choose alarms", "training.html", started);
        EvaluationReport report = new EvaluateScores(story, dataset, out).run();
        started = done("score and compare with what came", "scores.html", started);
        new ScheduledScoring(story, out).run();
        started = done("score week by week", "schedule.html", started);
        new LocalScoring(story, out).run();
        done("score without Spark", "local.html", started);
        Notebook notebook = Notebook.titled("From five tables to alarms", out)
                .text(story.origin())
                .table("What was done?", steps);
        Results.in(notebook).events(report);
        notebook.writeHtml(story.out().file("index.html"));
        return report;
    }

    private long done(String step, long started) {
        return done(step, null, started);
    }

    private long done(String step, @Nullable String report, long started) {
        long now = System.nanoTime();
        steps = steps.withRow(
                step, Duration.ofNanos(now - started).toMillis() / 1e3, report == null ? null : new PageLink(report));
        return now;
    }
}
