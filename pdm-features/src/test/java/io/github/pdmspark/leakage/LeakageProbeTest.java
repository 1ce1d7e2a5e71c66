package io.github.pdmspark.leakage;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.leakage.LeakageCheck.Verdict;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.RegimeFit;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clean pipelines pass; thirteen planted leaks are caught, each by itself. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class LeakageProbeTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.shuffle.partitions", "1");
    private static final long SEED = 20261125;
    private static final Instant CUT = Instant.parse("2015-01-20T00:00:00Z");
    private static final FailureLabel LABEL = FailureLabel.within(Duration.ofDays(3));
    private static final FeaturePipeline PIPELINE = FeaturePipeline.builder()
            .every(Duration.ofHours(12))
            .rolling(Statistic.MEAN, Statistic.LAST)
            .over(Duration.ofHours(24))
            .errorCounts()
            .over(Duration.ofDays(2))
            .timeSinceMaintenance()
            .lastActions()
            .build();

    /** One feature, for leaks that lie outside of the pipeline. */
    private static final FeaturePipeline LAST = FeaturePipeline.builder()
            .every(Duration.ofHours(12))
            .rolling(Statistic.LAST)
            .over(Duration.ofHours(24))
            .build();

    private final SparkSession spark;

    LeakageProbeTest(SparkSession spark) {
        this.spark = spark;
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
    void cleanPipelineLabelsSplitAndFittedStepPass() {
        LeakageCertificate certificate = LeakageProbe.on(history(), SEED)
                .cutOffs(1)
                .features("features", LeakageProbeTest::features)
                .features("own query", LeakageProbeTest::asOfQuery)
                .features(
                        "labels as they became known", h -> pastFailures(h, "event_time < as_of and known_at <= as_of"))
                .labels("labels", LABEL, h -> labels(h, LABEL))
                .training("training rows", CUT, h -> split(h, "2015-01-15")
                        .train()
                        .rows())
                .fitted(
                        "regimes",
                        CUT,
                        h -> RegimeFit.on(
                                h,
                                TimeRange.of(Instant.parse("2015-01-01T00:00:00Z"), CUT),
                                List.of("volt"),
                                List.of("volt"),
                                2))
                .run();

        assertThat(certificate.checks()).hasSize(9).allSatisfy(check -> assertThat(check.verdict())
                .as(certificate.toString())
                .isEqualTo(Verdict.CLEAN));
        certificate.requireClean();
        assertThat(certificate.toString()).startsWith("Leakage certificate: CLEAN, 9 of 9 checks clean, seed " + SEED);
        assertThat(certificate.toJson()).contains("\"clean\" : true").contains("\"verdict\" : \"CLEAN\"");
    }

    @Test
    void plantedLeaksAreCaught() {
        LeakageCertificate certificate = LeakageProbe.on(history(), SEED)
                .cutOffs(CUT)
                .features(
                        "window shifted by one step",
                        h -> LAST.on(h).rows().withColumn("as_of", expr("as_of - interval 12 hours")))
                .features(
                        "join without time",
                        h -> joined(
                                h,
                                h.failures()
                                        .groupBy("machine_id")
                                        .agg(count(lit(1)).as("failures"))))
                .features("label among the features", h -> labels(h, LABEL))
                .features("late label", h -> pastFailures(h, "event_time < as_of"))
                .features("known time ignored", LeakageProbeTest::knownTimeIgnored)
                .features("window that holds its end", LeakageProbeTest::endIncluded)
                .features("own aggregate that knows the mean of everything", LeakageProbeTest::aggregateOfEverything)
                .features("regimes of the whole time", LeakageProbeTest::regimesOfEverything)
                .features(
                        "next value",
                        h -> windowed(h, expr("lead(volt_last_24h) over (partition by machine_id order by as_of)")))
                .features("rows chosen by the future", h -> LAST.on(h)
                        .rows()
                        .join(h.failures().select("machine_id").distinct(), "machine_id")
                        .join(later(h), "machine_id")
                        .where("unix_micros(as_of) % 2 = 0 and latest % 7 > 2")
                        .drop("latest"))
                .fitted(
                        "mean of everything",
                        CUT,
                        h -> h.telemetry().agg(avg("volt")).head().toString())
                .training("split by chance", CUT, h -> LAST.on(h)
                        .rows()
                        .where("pmod(xxhash64(machine_id, as_of), 10) < 7"))
                .labels("horizon longer than said", LABEL, h -> labels(h, FailureLabel.within(Duration.ofDays(9))))
                .run();

        Map<String, Boolean> caught = certificate.checks().stream()
                .collect(Collectors.toMap(
                        LeakageCheck::subject,
                        check -> check.verdict() == Verdict.LEAK,
                        (a, b) -> a || b,
                        TreeMap::new));
        assertThat(caught).hasSize(13).doesNotContainValue(false);
    }

    @Test
    void nothingComparedIsNotClean() {
        LeakageCertificate certificate = LeakageProbe.on(history(), SEED)
                .cutOffs(Instant.parse("2015-01-10T00:00:00Z"))
                .features("no rows", h -> LAST.on(h).rows().where("false"))
                .run();

        assertThat(certificate.isClean()).isFalse();
        assertThat(certificate.checks()).extracting(LeakageCheck::verdict).containsOnly(Verdict.NOTHING_COMPARED);
        assertThatThrownBy(() -> LeakageProbe.on(history(), SEED).run())
                .hasMessageStartingWith("There is nothing to check");
    }

    private static Dataset<Row> features(FleetHistory history) {
        return PIPELINE.on(history).rows();
    }

    private static Dataset<Row> labels(FleetHistory history, FailureLabel label) {
        return label.on(history, ObservationGrid.every(Duration.ofHours(12))).rows();
    }

    private static TemporalSplit split(FleetHistory history, String trainUntil) {
        LabelledDataset dataset = LabelledDataset.of(history, PIPELINE, LABEL);
        return TemporalSplit.of(dataset).trainUntil(trainUntil).testFrom("2015-01-23");
    }

    private static Dataset<Row> grid(FleetHistory history) {
        return ObservationGrid.spans(history)
                .selectExpr(
                        "machine_id",
                        "explode(sequence(date_trunc('DAY', first_reading), last_reading, interval 12 hours)) as as_of");
    }

    private static Dataset<Row> joined(FleetHistory history, Dataset<Row> perMachine) {
        return grid(history).join(broadcast(perMachine), "machine_id");
    }

    private static Dataset<Row> asOfQuery(FleetHistory history) {
        return sums(history, "event_time < as_of and known_at <= as_of");
    }

    private static Dataset<Row> knownTimeIgnored(FleetHistory history) {
        return sums(history, "event_time < as_of");
    }

    private static Dataset<Row> endIncluded(FleetHistory history) {
        return sums(history, "event_time <= as_of and known_at <= as_of");
    }

    /** How often a machine had failed; half of the failures of the fleet become known two days late. */
    private static Dataset<Row> pastFailures(FleetHistory history, String seen) {
        return joined(history, history.failures())
                .where(seen)
                .groupBy("machine_id", "as_of")
                .agg(count(lit(1)).as("failures"));
    }

    /** A sum of whole numbers, which is the same in any order. */
    private static Dataset<Row> sums(FleetHistory history, String seen) {
        return joined(history, history.telemetry())
                .where(seen)
                .groupBy("machine_id", "as_of")
                .agg(sum(expr("cast(volt as decimal(20, 0))")).as("volts"));
    }

    private static Dataset<Row> aggregateOfEverything(FleetHistory history) {
        double usual = history.telemetry().agg(avg("volt")).head().getDouble(0);
        return FeaturePipeline.builder()
                .every(Duration.ofHours(12))
                .aggregate(new AboveUsual(usual))
                .over(Duration.ofHours(24))
                .build()
                .on(history)
                .rows();
    }

    private static Dataset<Row> regimesOfEverything(FleetHistory history) {
        return FeaturePipeline.builder()
                .every(Duration.ofHours(12))
                .rolling(Statistic.MEAN)
                .over(Duration.ofHours(24))
                .normalised(RegimeFit.on(
                        history,
                        TimeRange.of(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z")),
                        List.of("volt"),
                        List.of("volt"),
                        2))
                .build()
                .on(history)
                .rows();
    }

    private static Dataset<Row> windowed(FleetHistory history, Column value) {
        return LAST.on(history).rows().select(col("machine_id"), col("as_of"), value.as("value"));
    }

    private static Dataset<Row> later(FleetHistory history) {
        return history.telemetry()
                .groupBy("machine_id")
                .agg(expr("abs(xxhash64(max_by(volt, event_time)))").as("latest"));
    }

    /** Four machines, a reading every six hours of January 2015, every fifth known a day late. */
    private FleetHistory history() {
        Dataset<Row> readings = local(
                "select concat('m', m) as machine, timestamp'2015-01-01 00:00:00Z' + i * interval 6 hours as at,"
                        + " cast(pmod(hash(m, i), 1000) as double) as volt, if(i % 5 = 0, timestamp'2015-01-02 00:00:00Z'"
                        + " + i * interval 6 hours, null) as known from range(4) as a(m) cross join range(120) as b(i)");
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(readings)
                        .machineId("machine")
                        .time("at")
                        .knownAt("known")
                        .sensors("volt")
                        .sampledEvery(Duration.ofHours(6)))
                .errors(ErrorLog.from(events("concat('e', n % 2) as name", 3, 31))
                        .machineId("machine")
                        .time("at")
                        .code("name"))
                .maintenance(MaintenanceLog.from(events(
                                "concat('c', n % 2) as name, if(n % 3 = 0, 'inspected', 'replaced') as done", 5, 57))
                        .machineId("machine")
                        .time("at")
                        .component("name")
                        .action("done"))
                .failures(FailureLog.from(events("concat('c', n % 2) as name", 4, 97)
                                .withColumn("known", expr("if(name = 'c1', at + interval 2 days, null)")))
                        .machineId("machine")
                        .time("at")
                        .knownAt("known")
                        .component("name"))
                .build();
    }

    private Dataset<Row> events(String columns, int offset, int hours) {
        return local("select concat('m', m) as machine, " + columns + ", timestamp'2015-01-01 00:00:00Z' + (n * "
                + hours + " + m * " + offset + " + 5) * interval 1 hour as at from range(4) as a(m) cross join range("
                + 29 * 24 / hours + ") as b(n)");
    }

    /** The rows of a query as a table of its own, which every plan can read. */
    private Dataset<Row> local(String query) {
        Dataset<Row> rows = spark.sql(query);
        return spark.createDataFrame(rows.collectAsList(), rows.schema());
    }
}
