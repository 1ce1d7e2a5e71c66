package io.github.pdmspark.leakage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.leakage.LeakageCheck.Verdict;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.Suspensions;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Suspensions and attributes of machines with several rows go through the probe, too. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class SuspendedFleetProbeTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.shuffle.partitions", "1");
    private static final long SEED = 20261129;

    /** Machine m1 is suspended then, m2 from then on, m3 until then. */
    private static final Instant CUT = Instant.parse("2015-01-20T00:00:00Z");

    private static final FeaturePipeline PIPELINE = FeaturePipeline.builder()
            .every(Duration.ofHours(12))
            .rolling(Statistic.MEAN, Statistic.LAST, Statistic.COVERAGE)
            .over(Duration.ofHours(24), Duration.ofDays(3))
            .machineAttributes()
            .machineAge()
            .build();

    private final SparkSession spark;
    private final FleetHistory history;

    SuspendedFleetProbeTest(SparkSession spark) {
        this.spark = spark;
        Dataset<Row> readings = spark.range(4 * 120)
                .selectExpr(
                        "concat('m', id % 4) as m",
                        "timestamp'2015-01-01 00:00:00Z' + (id div 4) * interval 6 hours as t",
                        "cast(pmod(hash(id), 1000) as double) as volt");
        Dataset<Row> stops = spark.sql("select * from values ('m0', '2015-01-05', '2015-01-07'),"
                + " ('m1', '2015-01-18', '2015-01-23'), ('m2', '2015-01-20', '2015-01-22'),"
                + " ('m2', '2015-01-28', null), ('m3', '2015-01-17', '2015-01-20') as x(m, a, b)");
        Dataset<Row> machines = spark.sql("select * from values ('m0', 1, null, '2015-01-15', '2014-01-01'),"
                + " ('m0', 2, '2015-01-15', null, '2014-01-01'), ('m1', 3, '2015-01-01', null, '2014-06-01'),"
                + " ('m2', 4, null, '2015-01-20', '2015-01-02'), ('m2', 5, '2015-01-20', null, '2015-01-02')"
                + " as x(m, gear, a, b, built)");
        Dataset<Row> failures = spark.sql("select * from values ('m0', '2015-01-10', 'pump'),"
                + " ('m1', '2015-01-17', 'pump'), ('m2', '2015-01-27', 'pump') as x(m, t, c)");
        history = FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(readings)
                        .machineId("m")
                        .time("t")
                        .sensors("volt")
                        .sampledEvery(Duration.ofHours(6)))
                .failures(FailureLog.from(failures).machineId("m").time("t").component("c"))
                .suspensions(Suspensions.from(stops).machineId("m").time("a").until("b"))
                .machines(Machines.from(machines)
                        .machineId("m")
                        .numeric("gear")
                        .validFrom("a")
                        .validTo("b")
                        .installedAt("built"))
                .build();
    }

    /** Tables this small cost nothing but planning and compiling; interpreted expressions have the same values. */
    @BeforeEach
    void interpret() {
        SETTINGS.forEach(spark.conf()::set);
    }

    @AfterEach
    void compileAgain() {
        SETTINGS.keySet().forEach(spark.conf()::unset);
    }

    @Test
    void futureHasTheSameTablesAndOtherSuspensions() {
        for (FutureChange change : FutureChange.values()) {
            FleetHistory changed = new ChangedFuture(history, change, SEED).from(CUT);

            assertThat(changed.machines().columns())
                    .isEqualTo(history.machines().columns());
            assertThat(changed.machines().count()).isEqualTo(5);
            assertThat(changed.hasInstallationTimes()).isTrue();
            assertThat(future(changed)).as(change.name()).isNotEqualTo(future(history));
            assertThat(lastReadings(changed, change))
                    .as("which rows there are, after " + change)
                    .isEqualTo(lastReadings(history, change));
        }
    }

    private static String future(FleetHistory history) {
        return history.suspensions()
                .where("until is null or until >= timestamp'2015-01-20 00:00:00Z'")
                .orderBy("machine_id", "event_time")
                .collectAsList()
                .toString();
    }

    /** Scrambling adds readings that are later still. */
    private static String lastReadings(FleetHistory history, FutureChange change) {
        Column last = change == FutureChange.DELETED
                ? max("event_time")
                : max("event_time").gt(lit(CUT));
        return history.telemetry()
                .groupBy("machine_id")
                .agg(last)
                .orderBy("machine_id")
                .collectAsList()
                .toString();
    }

    @Test
    void featuresAndLabelsDoNotSeeWhatEndsOrBeginsLater() {
        FailureLabel label = FailureLabel.within(Duration.ofDays(3));
        LeakageCertificate certificate = LeakageProbe.on(history, SEED)
                .cutOffs(CUT)
                .features("features", h -> PIPELINE.on(h).rows())
                .labels("labels", label, h -> LabelledDataset.of(h, PIPELINE, label)
                        .rows()
                        .drop("row_status", "feature_status"))
                .run();

        assertThat(certificate.checks()).hasSize(3).allSatisfy(check -> assertThat(check.verdict())
                .as(certificate.toString())
                .isEqualTo(Verdict.CLEAN));
    }

    @Test
    void endThatIsReadBeforeItComesIsCaught() {
        LeakageCertificate certificate = LeakageProbe.on(history, SEED)
                .cutOffs(CUT)
                .features("end of the suspension", SuspendedFleetProbeTest::ends)
                .features(
                        "attributes of the latest row",
                        h -> PIPELINE.on(h).rows().drop("gear").join(h.latestMachines(), "machine_id"))
                .run();

        assertThat(IntStream.of(0, 1, 3)
                        .mapToObj(i -> certificate.checks().get(i).verdict()))
                .as(certificate.toString())
                .containsOnly(Verdict.LEAK);
    }

    private static Dataset<Row> ends(FleetHistory history) {
        Dataset<Row> rows = PIPELINE.on(history).rows().select("machine_id", "as_of");
        Dataset<Row> begun = rows.join(history.suspensions(), "machine_id").where("event_time < as_of");
        return rows.join(
                begun.groupBy("machine_id", "as_of").agg(max(col("until")).as("works_again")),
                new String[] {"machine_id", "as_of"},
                "left");
    }
}
