package io.github.pdmspark.documentation;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.calibration.CalibrationMethod;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.error.PdmException;
import io.github.pdmspark.evaluation.AlarmTuning;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.evaluation.FailureScope;
import io.github.pdmspark.evaluation.RowMetrics;
import io.github.pdmspark.explanation.Explainer;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.simulator.FleetSimulator;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.training.Calibrator;
import io.github.pdmspark.training.Training;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The code of the how-to pages. */
@ExtendWith(LocalSpark.class)
@Tag("slow")
class HowToTest {

    private final SparkSession spark;

    @TempDir
    private Path folder;

    HowToTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void irregularTelemetryHasFeaturesThatSayHowOldTheyAre() {
        Dataset<Row> telemetry =
                spark.sql("select 'P-1' as pump, timestamp'2015-01-01 00:00:00Z' + make_interval(0, 0, 0, 0, 0,"
                        + " i * i) as at, 1D * i as pressure from range(200) as x(i)");
        // region irregular
        FleetHistory history = FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(telemetry)
                        .machineId("pump")
                        .time("at")
                        .sensors("pressure")) // no sampledEvery: there is no rhythm to fall behind
                .build();
        FeaturePipeline features = FeaturePipeline.builder()
                .every(ofHours(6))
                .rolling(Statistic.MEAN, Statistic.LAST, Statistic.AGE_OF_LAST, Statistic.COUNT)
                .over(ofDays(2))
                .ewma(ofHours(6))
                .over(ofDays(2))
                .build();
        FeatureTable table = features.on(history);
        // endregion
        assertThat(table.featureNames()).contains("pressure_hours_since_last_48h", "pressure_ewma_6h_48h");
        assertThat(table.rows().where("pressure_hours_since_last_48h > 4").count())
                .isPositive();
        assertThat(table.rows().where("feature_status = 'LOW_COVERAGE'").count())
                .isZero();
    }

    @Test
    void calibratedScoresAreProbabilitiesAndAlarmsHaveReasons() {
        FleetHistory history = history();
        LabelledDataset dataset = dataset(history);
        TemporalSplit split = TemporalSplit.of(dataset)
                .trainUntil("2015-05-01")
                .calibrateUntil("2015-07-01")
                .testFrom("2015-07-10");
        ModelBundle model = Training.with(RandomForestTrainer.builder()
                        .trees(20)
                        .depth(8)
                        .seed(42)
                        .build())
                .on(split.train());

        // region calibrate
        LabelledDataset unseen = split.calibrate().orElseThrow();
        ModelBundle calibrated = Calibrator.with(CalibrationMethod.PLATT).on(model, unseen);
        Dataset<Row> past = ScoringPipeline.of(calibrated)
                .scoreFeatures(unseen.rows())
                .rows(); // probability, probability_comp1, ...
        Evaluator evaluator = Evaluator.of(history).matchWithin(ofDays(7)).counting(FailureScope.WHOLE_WINDOW_IN_RANGE);
        ModelBundle ready = calibrated.withPolicy(
                AlarmTuning.atMost(1).tune(evaluator.events(past, unseen)).policy());
        EvaluationReport report = evaluator.evaluate(ready, split.test());
        RowMetrics rows = report.rows();
        rows.components().forEach(each -> System.out.println(each.target() + " " + each.calibrationError()));
        // endregion
        assertThat(past.columns()).contains("probability", "probability_comp1").doesNotContain("score");
        assertThat(rows.components())
                .hasSize(4)
                .allMatch(each -> each.calibrationError().value().orElse(0) < 0.1);

        // region explain
        LabelledDataset test = split.test();
        Dataset<Row> scores =
                ScoringPipeline.of(ready).scoreFeatures(test.rows()).rows();
        EventEvaluation events = evaluator.events(scores, test);
        Dataset<Row> why = Explainer.of(ready)
                .alarms(test.rows(), events.episodes(ready.policy().orElseThrow()))
                .select("machine_id", "component", "as_of", "reasons");
        why.show(5, false);
        // endregion
        List<Row> reasons = why.where("size(reasons) > 0").takeAsList(5);
        assertThat(reasons).isNotEmpty();
        assertThat(reasons.get(0).getList(3).get(0).toString()).matches(".+( is | in 24 h).*");

        Path file = folder.resolve("report.html");
        // region report
        Notebook notebook = Notebook.titled("Which pump fails next?", System.out);
        notebook.section("Data").text("Fifteen pumps, nine months.");
        Results results = Results.in(notebook).quality(history.quality()).rows(dataset.waterfall());
        notebook.section("Model");
        results.split(split.report()).importances(ready.model().importances());
        notebook.section("Verdict");
        results.events(report).rows(rows).scores(scores, 10);
        notebook.table("Why?", Tables.of(why, 10));
        notebook.writeHtml(file);
        // endregion
        assertThat(file)
                .content()
                .contains(
                        "How many rows does each table have, and what became of them?",
                        "Which features does the model use most?",
                        "How many failures did alarms announce, and how many alarms were false?",
                        "Which machines are most at risk, by their latest score?");
    }

    @Test
    void errorHasACodeAndSaysWhatToDo() {
        Dataset<Row> telemetry =
                spark.sql("select 'P-1' as pump, timestamp'2015-01-01 00:00:00Z' as at, 1D as pressure");
        String seen = "";
        // region error
        try {
            FleetHistory.builder()
                    .zone(ZoneOffset.UTC)
                    .telemetry(Telemetry.from(telemetry)
                            .machineId("pump")
                            .time("at")
                            .sensors("presure"))
                    .build();
        } catch (PdmException e) {
            seen = e.problems().get(0).condition() + ": " + e.getMessage();
        }
        // endregion
        assertThat(seen).startsWith("PDM_COLUMN_NOT_FOUND: ").contains("Did you mean 'pressure'?", "Fix:");
    }

    private FleetHistory history() {
        FleetSimulator fleet =
                FleetSimulator.builder().machines(15).days(270).seed(7).build();
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(fleet.telemetry(spark))
                        .machineId("machineID")
                        .time("datetime")
                        .sensors("volt", "rotate", "pressure", "vibration")
                        .sampledEvery(ofMinutes(60)))
                .errors(ErrorLog.from(fleet.errors(spark))
                        .machineId("machineID")
                        .time("datetime")
                        .code("errorID"))
                .failures(FailureLog.from(fleet.failures(spark))
                        .machineId("machineID")
                        .time("datetime")
                        .component("failure"))
                .build();
    }

    private LabelledDataset dataset(FleetHistory history) {
        FeaturePipeline features = FeaturePipeline.builder()
                .every(ofHours(6))
                .rolling(Statistic.MEAN)
                .over(ofHours(24))
                .errorCounts()
                .over(ofHours(24))
                .build();
        return LabelledDataset.of(history, features, FailureLabel.within(ofHours(24)))
                .materialized(folder.resolve("dataset").toString());
    }
}
