package io.github.pdmspark.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.evaluation.RowMetrics;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.monitoring.Restatement.Change;
import io.github.pdmspark.scoring.WearingFleet;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaturedEvaluationTest {

    private static final Duration HORIZON = Duration.ofDays(3);
    private static final Duration REPORT_DELAY = Duration.ofDays(1);
    private static final Instant DAY_24 = WearingFleet.START.plus(Duration.ofDays(24));
    private static final Instant DAY_30 = WearingFleet.START.plus(Duration.ofDays(30));
    private static final String AT_ONCE = "event_time";
    private static final String FIRST_MACHINE_LATE =
            "event_time + if(machine_id = 'm1', interval 5 days, interval 1 hour)";

    private final SparkSession spark;
    private ModelBundle bundle;
    private Dataset<Row> scores;

    MaturedEvaluationTest(SparkSession spark) {
        this.spark = spark;
        this.bundle = MonitoredFleet.bundle(spark);
        this.scores = spark.emptyDataFrame();
    }

    @BeforeAll
    void score(@TempDir Path folder) {
        String path = folder.resolve("log").toString();
        MonitoredFleet.scores(spark, bundle).write().parquet(path);
        scores = spark.read().parquet(path);
    }

    @Test
    void onlyMaturePredictionsCount() {
        MaturedReport report = matured().evaluate(log(), MonitoredFleet.history(spark, AT_ONCE), DAY_24);

        Instant watermark = DAY_24.minus(HORIZON).minus(REPORT_DELAY);
        assertThat(report.watermark()).isEqualTo(watermark);
        List<Row> rows = scores.collectAsList();
        long mature = rows.stream().filter(row -> !asOf(row).isAfter(watermark)).count();
        assertThat(report.mature()).isEqualTo(mature).isPositive();
        assertThat(report.waiting()).isEqualTo(rows.size() - mature).isPositive();
        assertThat(report.last()).isEqualTo(watermark);
        assertThat(report.age()).isEqualTo(HORIZON.plus(REPORT_DELAY));
        assertThat(report.toString()).contains(bundle.modelId(), "the youngest 4.0 days old");
    }

    /** Labels and failures as a nested loop over the failures finds them. */
    @Test
    void rowsAndFailuresEqualThePlainTwin() {
        FleetHistory history = MonitoredFleet.history(spark, AT_ONCE);

        MaturedReport report = matured().evaluate(log(), history, DAY_30);

        List<Row> failures = history.failures().collectAsList();
        List<Row> rows = scores.where("status = 'SCORED'").collectAsList().stream()
                .filter(row -> !asOf(row).isAfter(report.watermark()))
                .toList();
        long positive = rows.stream()
                .filter(row -> failures.stream().anyMatch(failure -> isAhead(row, failure)))
                .count();
        RowMetrics metrics = report.evaluation().rows();
        assertThat(metrics.rows()).isEqualTo(rows.size());
        assertThat(metrics.anyFailure().prevalence().hits()).isEqualTo(positive).isPositive();
        Instant end = report.last().plus(Duration.ofHours(12));
        long inRange = failures.stream()
                .filter(failure ->
                        !time(failure).isBefore(report.first()) && time(failure).isBefore(end))
                .count();
        assertThat(report.evaluation().events().counts().failures())
                .isEqualTo(inRange)
                .isPositive();
        assertThat(report.evaluation().events().counts().detected()).isPositive();
    }

    @Test
    void failureThatArrivesLateIsStatedAgain() {
        FleetHistory history = MonitoredFleet.history(spark, FIRST_MACHINE_LATE);
        MaturedReport before = matured().evaluate(log(), history, DAY_24.minus(Duration.ofDays(4)));

        Restatement restatement = matured().restate(before, log(), history, DAY_30);
        Restatement nothingNew = matured().restate(before, log(), history, before.knownAt());

        assertThat(restatement.after().watermark()).isEqualTo(before.watermark());
        assertThat(restatement.after().mature()).isEqualTo(before.mature());
        assertThat(change(restatement, "failures"))
                .satisfies(change -> assertThat(change.after()).isEqualTo(change.before() + 1));
        assertThat(change(restatement, "rows before a failure"))
                .satisfies(change -> assertThat(change.after()).isGreaterThan(change.before()));
        assertThat(nothingNew.changes()).isEmpty();
    }

    @Test
    void fourJobsRun() {
        FleetHistory history = MonitoredFleet.history(spark, AT_ONCE);

        assertThat(QueryCount.of(spark, () -> matured().evaluate(log(), history, DAY_30)))
                .isEqualTo(4);
    }

    /** A second run is logged too, but changes nothing: people acted on the first. */
    @Test
    void firstPredictionCounts() {
        Dataset<Row> again = scores.selectExpr(
                "machine_id",
                "as_of",
                "status",
                "0.0D as score",
                "top_component",
                "0.0D as `score_pump.1`",
                "0.0D as `score_seal b`",
                "imputed",
                "model_id",
                "'again' as run_id",
                "scored_at + interval 1 day as scored_at");
        FleetHistory history = MonitoredFleet.history(spark, AT_ONCE);
        PredictionLog both =
                PredictionLog.of(scores.unionByName(again), bundle.target().components());

        MaturedReport once = matured().evaluate(log(), history, DAY_30);
        assertThat(matured().evaluate(both, history, DAY_30)).isEqualTo(once);
        assertThat(both.madeWithin(Duration.ofDays(3)).rows().count()).isZero();
        assertThat(both.ofModel("other").rows().count()).isZero();
    }

    @Test
    void whatCannotBeJudgedSaysWhy() {
        FleetHistory history = MonitoredFleet.history(spark, AT_ONCE);

        assertThatThrownBy(() -> matured().evaluate(log(), history, MonitoredFleet.TRAINED_UNTIL))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("is mature: only those up to 2015-01-11T00:00:00Z would be");
        assertThatThrownBy(() -> matured().labelled(FailureLabel.within(Duration.ofDays(4))))
                .hasMessageContaining("horizon PT72H, the label asks lead PT0S and horizon PT96H");
        assertThatThrownBy(() -> PredictionLog.of(scores.drop("run_id", "scored_at"), List.of("pump.1")))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("no column 'run_id'")
                .hasMessageContaining("no column 'scored_at'");
        ModelBundle bare = ModelBundle.of(
                bundle.spec(), bundle.target(), bundle.imputation(), bundle.model(), bundle.provenance());
        assertThatThrownBy(() -> MaturedEvaluation.of(bare, REPORT_DELAY).evaluate(log(), history, DAY_30))
                .hasMessageContaining("has no alarm policy");
    }

    private MaturedEvaluation matured() {
        return MaturedEvaluation.of(bundle, REPORT_DELAY);
    }

    private PredictionLog log() {
        return PredictionLog.of(scores, bundle.target().components());
    }

    private static Change change(Restatement restatement, String name) {
        return restatement.changes().stream()
                .filter(change -> change.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + restatement.changes()));
    }

    private static boolean isAhead(Row row, Row failure) {
        return failure.getString(0).equals(row.getString(0))
                && !time(failure).isBefore(asOf(row))
                && time(failure).isBefore(asOf(row).plus(HORIZON));
    }

    private static Instant asOf(Row row) {
        return row.<java.sql.Timestamp>getAs("as_of").toInstant();
    }

    private static Instant time(Row failure) {
        return failure.<java.sql.Timestamp>getAs("event_time").toInstant();
    }
}
