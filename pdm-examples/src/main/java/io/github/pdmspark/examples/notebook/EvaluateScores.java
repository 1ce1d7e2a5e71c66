package io.github.pdmspark.examples.notebook;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.initcap;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.substring;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.Baselines;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.RiskOfMachine;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.examples.program.SourceCode;
import io.github.pdmspark.explanation.Explainer;
import io.github.pdmspark.monitoring.DriftMonitor;
import io.github.pdmspark.monitoring.DriftReport;
import io.github.pdmspark.monitoring.FeatureDrift;
import io.github.pdmspark.report.Charts;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.time.TimeRange;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What did the scores say, and what came? Scores raw history with a saved model and compares with what happened. */
public final class EvaluateScores {

    private static final int TOP = 10;
    private static final int TOP_DRIFT = 15;

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
        scores(scores);
        AlarmPolicy policy = model.policy().orElseThrow();
        notebook.chart(RiskOfMachine.withMostFailures(
                        story.history(), scores, story.dates().testFrom(), policy)
                .chart());

        notebook.section("What came").code(source.region("verdict"));
        // region verdict
        EventEvaluation events = story.evaluator().events(scores, test);
        EvaluationReport report = story.evaluator().evaluate(scores, test, policy, Baselines.withoutCalibration());
        // endregion
        notebook.table(
                "How many failures did alarms announce, and how many alarms were false?", Verdicts.events(report));
        alarms(events, policy, model);

        notebook.section("Drift").code(source.region("drift"));
        // region drift
        DriftReport drift = DriftMonitor.of(model).check(test.rows());
        // endregion
        drift(drift);
        notebook.writeHtml(story.out().file("scores.html"));
        return report;
    }

    private void scores(Dataset<Row> scores) {
        notebook.table("What does the score table look like?", Tables.of(scores.orderBy("machine_id", "as_of"), 5))
                .table(
                        "What became of the rows to score?",
                        Tables.of(
                                scores.groupBy("status")
                                        .agg(
                                                count(lit(1)).as("rows"),
                                                avg("score").as("mean score"),
                                                max("score").as("highest score"))
                                        .orderBy("status"),
                                TOP))
                .table(
                        "Which machines are most at risk at the latest time?",
                        Tables.of(
                                scores.join(scores.agg(max("as_of").as("as_of")), "as_of")
                                        .where("status = 'SCORED'")
                                        .orderBy(col("score").desc(), col("machine_id"))
                                        .select("machine_id", "as_of", "score", "top_component"),
                                TOP));
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
                        initcap(lower(col("outcome"))).as("outcome"))
                .agg(count(lit(1)).as("alarms"))
                .orderBy("month", "outcome");
        Dataset<Row> reasons = Explainer.of(model)
                .alarms(test.rows(), episodes)
                .orderBy(col("output").desc(), col("machine_id"), col("as_of"))
                .select("machine_id", "as_of", "component", "reasons");
        notebook.chart(Charts.histogram(
                        "How long before the failure did the alarm come?", "hours", "failures", 6, leads))
                .chart(Charts.bars("How many alarms of each month were right?", "alarms", outcomes)
                        .stacked())
                .table("Why were the strongest alarms raised?", Tables.of(reasons, TOP));
    }

    private void drift(DriftReport drift) {
        Map<String, Double> highest = new LinkedHashMap<>();
        List<FeatureDrift> columns = drift.columns();
        columns.stream().limit(TOP_DRIFT).forEach(each -> highest.put(each.column(), each.psi()));
        TableView table = TableView.of("feature", "index", "chance alone", "verdict");
        for (FeatureDrift each : columns.subList(0, Math.min(TOP_DRIFT, columns.size()))) {
            table = table.withRow(each.column(), each.psi(), each.limit(), words(each.verdict()));
        }
        notebook.chart(BarChart.of("Which features changed most since training?", "population stability index", highest)
                        .horizontal())
                .table("Is it more than chance?", table);
    }

    private static String words(FeatureDrift.Verdict verdict) {
        return switch (verdict) {
            case STABLE -> "stable";
            case SHIFTED -> "shifted";
            case MISSING_MORE -> "missing more often";
            case OUT_OF_RANGE -> "out of range more often";
            case TOO_FEW_ROWS -> "too few rows to tell";
        };
    }
}
