package io.github.pdmspark.examples.notebook;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.Baselines;
import io.github.pdmspark.evaluation.EpisodeOutcome;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.RiskOfMachine;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.examples.program.SourceCode;
import io.github.pdmspark.explanation.Explainer;
import io.github.pdmspark.monitoring.DriftMonitor;
import io.github.pdmspark.monitoring.DriftReport;
import io.github.pdmspark.report.Charts;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.report.result.Words;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.time.TimeRange;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What did the scores say, and what came? Scores raw history with a saved model and compares with what happened. */
public final class EvaluateScores {

    private static final int TOP = 10;

    private final Story story;
    private final LabelledDataset test;
    private final Notebook notebook;
    private final SourceCode source = SourceCode.of(EvaluateScores.class);

    EvaluateScores(Story story, LabelledDataset dataset, PrintStream out) {
        this.story = story;
        this.test = story.split(dataset).test();
        this.notebook = Notebook.titled("What did the scores say, and what came?", out);
    }

    /** Runs on this machine after training a model; writes {@code scores.html} and the folder {@code scores}. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run("evaluate scores", spark -> {
            Story story = Story.of(spark, Settings.fromSystemProperties("notebooks"));
            LabelledDataset dataset = story.dataset();
            new TrainAndEvaluate(story, dataset, System.out).run();
            new EvaluateScores(story, dataset, System.out).run();
        });
    }

    /** All cells, in order; gives the verdict. */
    EvaluationReport run() {
        SparkSession spark = story.history().sparkSession();
        String path = story.out().text("model");
        notebook.section("Scores").text(story.origin()).code(source.region("score"));
        // region score
        ModelBundle model = ModelBundle.load(spark, path);
        TimeRange range = TimeRange.from(story.dates().testFrom());
        Dataset<Row> scores = story.out()
                .stored(
                        "scores",
                        ScoringPipeline.of(model).score(story.history(), range).rows());
        // endregion
        notebook.table("What does the score table look like?", Tables.of(scores.orderBy("machine_id", "as_of"), 5));
        Results.in(notebook).scores(scores, TOP);
        AlarmPolicy policy = model.policy().orElseThrow();
        RiskOfMachine risk = RiskOfMachine.withMostFailures(
                story.history(), scores, story.dates().testFrom(), policy);
        notebook.chart(risk.chart());

        notebook.section("What came").code(source.region("verdict"));
        // region verdict
        EventEvaluation events = story.evaluator().events(scores, test);
        EvaluationReport report = story.evaluator().evaluate(scores, test, policy, Baselines.withoutCalibration());
        // endregion
        Results.in(notebook).events(report);
        meanwhile(risk.machineId(), events.episodes(policy));
        alarms(events, policy, model);

        notebook.section("Drift").code(source.region("drift"));
        // region drift
        DriftReport drift = DriftMonitor.of(model).check(test.rows());
        // endregion
        Results.in(notebook).drift(drift);
        notebook.writeHtml(story.out().file("scores.html"));
        return report;
    }

    /** The alarms of one machine between its errors, replacements and failures. */
    private void meanwhile(String machineId, Dataset<Row> episodes) {
        Instant last = story.history().quality().table("telemetry").last().orElseThrow();
        Column stillOn = greatest(lit(last), col("started_at").plus(expr("interval 3 hours")));
        Dataset<Row> alarms = episodes.select(
                col("machine_id"),
                col("component").as("name"),
                lit("alarm").as("kind"),
                col("started_at").as("from"),
                coalesce(col("ended_at"), stillOn).as("to"));
        Dataset<Row> shown = alarms.union(moments(story.history().errors(), "code", "error"))
                .union(moments(story.history().maintenance(), "component", "replacement"))
                .union(moments(story.history().failures(), "component", "failure"))
                .where(col("machine_id").equalTo(machineId))
                .orderBy("name", "from", "kind")
                .select(col("name"), col("kind"), col("from"), col("to"));
        notebook.chart(Charts.timeline("What happened to machine " + machineId + " while it was scored?", shown));
    }

    private Dataset<Row> moments(Dataset<Row> events, String name, String kind) {
        return events.where(col("event_time").geq(lit(story.dates().testFrom())))
                .select(
                        col("machine_id"),
                        col(name).as("name"),
                        lit(kind).as("kind"),
                        col("event_time").as("from"),
                        lit(null).cast("timestamp").as("to"));
    }

    private void alarms(EventEvaluation events, AlarmPolicy policy, ModelBundle model) {
        Dataset<Row> failures = events.failures(policy);
        Dataset<Row> episodes = events.episodes(policy);
        Dataset<Row> leads = failures.where("outcome = 'DETECTED'")
                .groupBy(floor(col("lead_hours").divide(6)).multiply(6).as("hours"), col("component"))
                .agg(count(lit(1)).as("failures"))
                .orderBy("component", "hours");
        Dataset<Row> outcomes = episodes.groupBy(
                        substring(date_trunc("month", col("started_at")).cast("string"), 1, 7)
                                .as("month"),
                        Words.of(col("outcome"), EpisodeOutcome.values(), Words::of)
                                .as("outcome"))
                .agg(count(lit(1)).as("alarms"))
                .orderBy("month", "outcome");
        Dataset<Row> reasons = Explainer.of(model)
                .alarms(test.rows(), episodes)
                .orderBy(col("output").desc(), col("machine_id"), col("as_of"))
                .select(
                        col("machine_id").as("machine"),
                        col("as_of").as("time (UTC)"),
                        col("component"),
                        col("reasons").as("why"));
        notebook.chart(Charts.histogram(
                        "How long before the failure did the alarm come?",
                        "hours from alarm to failure",
                        "failures",
                        6,
                        leads))
                .chart(Charts.bars("How many alarms of each month were right?", "alarms", outcomes)
                        .stacked())
                .table("Why were the strongest alarms raised?", Tables.of(reasons, TOP));
    }
}
