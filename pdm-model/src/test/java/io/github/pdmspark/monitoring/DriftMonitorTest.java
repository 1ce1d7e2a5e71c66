package io.github.pdmspark.monitoring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.distribution.Distributions;
import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.monitoring.FeatureDrift.Verdict;
import io.github.pdmspark.scoring.WearingFleet;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import io.github.pdmspark.time.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftMonitorTest {

    private static final int MACHINES = 200;

    private final SparkSession spark;
    private final ModelBundle bundle;

    DriftMonitorTest(SparkSession spark) {
        this.spark = spark;
        ModelBundle trained = MonitoredFleet.bundle(spark);
        this.bundle = trained.withDistributions(Distributions.fit(
                features(trained.spec().featureNames(), 0), trained.spec().featureNames()));
    }

    @Test
    void trainingKeepsDistributionsAndTheBundleKeepsThem(@TempDir Path folder) {
        ModelBundle trained = MonitoredFleet.bundle(spark);
        String path = folder.resolve("bundle").toString();
        trained.save(path);

        Distributions kept = trained.distributions().orElseThrow();

        assertThat(ModelBundle.load(spark, path).distributions()).contains(kept);
        assertThat(kept.columns().get(0).rows())
                .isEqualTo(trained.provenance().trainedOn().rowsByStatus().get("USABLE"));
        assertThat(trained.withPolicy(MonitoredFleet.POLICY)
                        .withoutCalibration()
                        .distributions())
                .contains(kept);
        assertThat(trained.modelId()).isEqualTo(ModelBundle.load(spark, path).modelId());
    }

    @Test
    void bundleOfAnOlderVersionSaysWhatToDo() {
        ModelBundle old = ModelBundle.of(
                bundle.spec(), bundle.target(), bundle.imputation(), bundle.model(), bundle.provenance());

        assertThat(old.modelId()).isEqualTo(bundle.modelId());
        assertThatThrownBy(() -> DriftMonitor.of(old))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("does not say how its features were distributed")
                .hasMessageContaining("withDistributions(Distributions.fit(rows");
        assertThatThrownBy(() -> old.withDistributions(Distributions.fit(features(List.of("x"), 1), List.of("x"))))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("The distributions are of other features.");
    }

    /** Ten new slices of the same process, six features each. */
    @Test
    void unchangedFeaturesRaiseNoFlag() {
        List<FeatureDrift> flagged = IntStream.rangeClosed(1, 10)
                .boxed()
                .flatMap(seed ->
                        DriftMonitor.of(bundle).check(features(bundle.spec().featureNames(), seed)).flagged().stream())
                .toList();

        assertThat(flagged).isEmpty();
    }

    @Test
    void plantedDriftIsFlaggedAndNamed() {
        Dataset<Row> changed = features(bundle.spec().featureNames(), 3)
                .withColumn("volt_mean_24h", col("volt_mean_24h").plus(1.5))
                .withColumn(
                        "volt_last_24h",
                        org.apache.spark.sql.functions.when(
                                col("as_of").geq(lit(Instant.ofEpochSecond(5))), col("volt_last_24h")))
                .withColumn("weight", col("weight").plus(100));

        DriftReport report = DriftMonitor.of(bundle).check(changed);

        assertThat(report.flagged())
                .extracting(FeatureDrift::column, FeatureDrift::verdict)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("volt_mean_24h", Verdict.SHIFTED),
                        org.assertj.core.groups.Tuple.tuple("volt_last_24h", Verdict.MISSING_MORE),
                        org.assertj.core.groups.Tuple.tuple("weight", Verdict.OUT_OF_RANGE));
        assertThat(report.toString()).contains("3 flagged", "volt_mean_24h", "SHIFTED");
    }

    @Test
    void rowsThatCannotBeScoredDoNotCount() {
        Dataset<Row> rows = features(bundle.spec().featureNames(), 4);
        Dataset<Row> late = rows.withColumn("feature_status", lit("LOW_COVERAGE"));

        assertThat(DriftMonitor.of(bundle).check(rows.union(late)).rows()).isEqualTo(rows.count());
    }

    @Test
    void oneJobRunsForFeaturesAndFourForScores() {
        Dataset<Row> rows = features(bundle.spec().featureNames(), 5).cache();
        PredictionLog log = log(0);
        rows.count();

        assertThat(QueryCount.of(spark, () -> DriftMonitor.of(bundle).check(rows)))
                .isEqualTo(1);
        assertThat(QueryCount.of(spark, () -> DriftMonitor.scores(log, days(0, 10), days(10, 20))))
                .isEqualTo(4);
        rows.unpersist();
    }

    @Test
    void scoresThatRiseAreFlagged() {
        assertThat(DriftMonitor.scores(log(0), days(0, 10), days(10, 20)).flagged())
                .isEmpty();
        assertThat(DriftMonitor.scores(log(0.3), days(0, 10), days(10, 20)).flagged())
                .extracting(FeatureDrift::column)
                .containsExactlyInAnyOrder("score", "score_pump.1");
    }

    @Test
    void silentMachinesAndUnseenNamesAreFound() {
        FleetHistory history = WearingFleet.history(spark);
        Instant now = WearingFleet.START.plus(Duration.ofDays(31));

        assertThat(SilentMachines.of(history, now, Duration.ofDays(2)).collectAsList())
                .singleElement()
                .satisfies(row -> assertThat(row.getString(0)).isEqualTo("m7"))
                .satisfies(row -> assertThat(row.isNullAt(1)).isTrue());
        assertThat(SilentMachines.of(history, now, Duration.ofDays(1))
                        .where("hours_silent = 30")
                        .count())
                .isEqualTo(6);
        assertThat(UnseenNames.of(bundle, history).isEmpty()).isTrue();
        assertThat(UnseenNames.of(bundle, history.knownBy(WearingFleet.START)).components())
                .isEmpty();
    }

    private static TimeRange days(int from, int to) {
        return TimeRange.of(Instant.ofEpochSecond(from * 86_400L), Instant.ofEpochSecond(to * 86_400L));
    }

    /** 20 days of scores of 60 machines; from day 10 on they are higher. */
    private PredictionLog log(double rise) {
        Dataset<Row> rows = spark.range(0, 60 * 20, 1, 2)
                .selectExpr(
                        "concat('m', id % 60) as machine_id",
                        "timestamp_seconds(86400 * floor(id / 60)) as as_of",
                        "'SCORED' as status",
                        "0.6D * rand(1) + if(id >= 600, " + rise + "D, 0.0D) as score",
                        "'a' as model_id",
                        "'r' as run_id",
                        "timestamp_seconds(0) as scored_at")
                .selectExpr("*", "score as `score_pump.1`");
        return PredictionLog.of(rows, List.of("pump.1"));
    }

    /** Six rows each of many machines; machines differ a little, their rows more. */
    private Dataset<Row> features(List<String> names, int seed) {
        Dataset<Row> rows = spark.range(0, MACHINES * 6L, 1, 2)
                .selectExpr(
                        "concat('m', id % " + MACHINES + ") as machine_id",
                        "timestamp_seconds(floor(id / " + MACHINES + ")) as as_of",
                        "'OK' as feature_status");
        for (int i = 0; i < names.size(); i++) {
            rows = rows.withColumn(
                    names.get(i),
                    org.apache
                            .spark
                            .sql
                            .functions
                            .randn(100L * seed + i)
                            .plus(org.apache
                                    .spark
                                    .sql
                                    .functions
                                    .crc32(col("machine_id"))
                                    .mod(7)
                                    .divide(20)));
        }
        return rows;
    }
}
