package io.github.pdmspark.fleet;

import static io.github.pdmspark.fleet.Fleets.rows;
import static io.github.pdmspark.fleet.Fleets.utc;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.quality.Finding;
import io.github.pdmspark.table.Suspensions;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class SuspensionsTest {

    private final SparkSession spark;

    SuspensionsTest(SparkSession spark) {
        this.spark = spark;
    }

    /** One reading every hour of a day; its value is the hour. Ids are numbers in the source unless {@code id} says otherwise. */
    private Telemetry day(String id) {
        Dataset<Row> readings = spark.range(48)
                .selectExpr(
                        id + " as m",
                        "timestamp'2015-01-01 00:00:00Z' + (id div 2) * interval 1 hour as t",
                        "cast(id div 2 as double) as hour");
        return Telemetry.from(readings).machineId("m").time("t").sensors("hour");
    }

    private Suspensions suspensions(String... rows) {
        return Suspensions.from(rows(spark, "m, a, b", rows).withColumn("b", col("b").cast("string")))
                .machineId("m")
                .time("a")
                .until("b");
    }

    private static List<String> hours(Dataset<Row> telemetry) {
        return telemetry
                .orderBy("machine_id", "hour")
                .selectExpr("concat(machine_id, ':', cast(hour as int))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static List<String> shown(Dataset<Row> suspensions) {
        return suspensions
                .orderBy("machine_id", "event_time")
                .selectExpr("concat_ws(' ', machine_id, hour(event_time), coalesce(cast(hour(until) as string), '-'))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void readingsFromTheBeginUntilJustBeforeTheEndAreLeftOut() {
        FleetHistory history = utc().telemetry(day("id % 2"))
                .suspensions(suspensions(
                        "('1', '2015-01-01 02:00', '2015-01-01 05:00')",
                        "('1', '2015-01-01 04:00', '2015-01-01 20:00')",
                        "('1', '2015-01-01 22:00', NULL)",
                        "('01', '2015-01-01 00:00', NULL)"))
                .build();

        List<String> left = hours(history.telemetry().where("machine_id = '1'"));
        assertThat(left).containsExactly("1:0", "1:1", "1:20", "1:21");
        assertThat(hours(history.numberedTelemetry().orElseThrow().where("machine_id = 1")))
                .isEqualTo(left);
        assertThat(history.telemetry().where("machine_id = '0'").count()).isEqualTo(24);
        assertThat(history.acceptedTelemetry().count()).isEqualTo(48);
        assertThat(history.quality().table("telemetry").accepted()).isEqualTo(48);
        assertThat(hours(utc().telemetry(day("concat('m', id % 2)"))
                        .suspensions(suspensions("('m1', '2015-01-01 01:00', NULL)"))
                        .build()
                        .telemetry()
                        .where("machine_id = 'm1'")))
                .containsExactly("m1:0");
    }

    @Test
    void latestEndThatIsToldCounts() {
        FleetHistory history = utc().telemetry(day("id % 2"))
                .suspensions(suspensions(
                        "('1', '2015-01-01 02:00', NULL)",
                        "('1', '2015-01-01 02:00', '2015-01-01 05:00')",
                        "('1', '2015-01-01 02:00', '2015-01-01 09:00')",
                        "('1', '2015-01-01 12:00', ' ')"))
                .build();

        assertThat(history.suspensions().columns()).containsExactly("machine_id", "event_time", "until");
        assertThat(shown(history.suspensions())).containsExactly("1 2 9", "1 12 -");
        assertThat(history.quality().table(Suspensions.NAME).duplicates()).isEqualTo(2);
        assertThat(history.quality().findings())
                .filteredOn(finding -> finding.rule().equals("DUPLICATE_KEY"))
                .extracting(Finding::fix)
                .containsExactly("the latest end kept");
    }

    @Test
    void rowsThatCannotBeAreSetAside() {
        FleetHistory history = utc().telemetry(day("id % 2"))
                .suspensions(suspensions(
                                "('1', '2015-01-01 02:00', '2015-01-01 02:00')",
                                "('1', '2015-01-01 03:00', '2015-01-01 02:00')",
                                "('1', '2015-01-01 04:00', 'soon')",
                                "('1', NULL, '2015-01-01 02:00')",
                                "(NULL, '2015-01-01 02:00', NULL)",
                                "('1', '2015-01-01 06:00', '2015-01-01 07:00')")
                        .maxRejectedShare(0.9))
                .build();

        assertThat(history.quarantine().rows().orderBy("rule", "value").collectAsList())
                .extracting(row -> row.getString(0) + " " + row.getString(1) + " " + row.getString(2))
                .containsExactly(
                        "suspensions END_NOT_AFTER_START b",
                        "suspensions END_NOT_AFTER_START b",
                        "suspensions KEY_MISSING m",
                        "suspensions TIME_MISSING a",
                        "suspensions TIME_UNREADABLE b");
        assertThat(shown(history.suspensions())).containsExactly("1 6 7");
        assertThat(history.quality().toString()).contains("suspensions             6            1            5");
    }

    @Test
    void knownTimeIsRefused() {
        for (Suspensions table : List.of(
                suspensions("('1', '2015-01-01 02:00', NULL)").knownAt("b"),
                suspensions("('1', '2015-01-01 02:00', NULL)").delay(Duration.ofHours(1)))) {
            assertThatThrownBy(() ->
                            utc().telemetry(day("id % 2")).suspensions(table).build())
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("PDM_MAPPING_INCOMPLETE")
                    .hasMessageContaining("whether a machine works is known at once")
                    .hasMessageContaining("leave .knownAt(...) and .delay(...) out");
        }
        assertThatThrownBy(() -> utc().telemetry(day("id % 2"))
                        .suspensions(Suspensions.from(rows(spark, "m, a, b", "('1', '2015-01-01', NULL)"))
                                .machineId("m")
                                .time("a"))
                        .build())
                .hasMessageContaining("does not say which column it uses for .until(...)");
    }

    @Test
    void pastKnowsNoEndThatHasNotComeAndNoLaterBegin() {
        FleetHistory history = utc().telemetry(day("id % 2"))
                .suspensions(suspensions(
                        "('0', '2015-01-01 01:00', '2015-01-01 02:00')",
                        "('1', '2015-01-01 03:00', '2015-01-01 08:00')",
                        "('1', '2015-01-01 09:00', NULL)"))
                .build();
        FleetHistory known = history.knownBy(Instant.parse("2015-01-01T06:00:00Z"));

        assertThat(shown(known.suspensions())).containsExactly("0 1 2", "1 3 -");
        assertThat(hours(known.telemetry()))
                .isEqualTo(hours(history.telemetry().where("event_time <= timestamp'2015-01-01 06:00:00Z'")));
        assertThat(shown(history.ofMachines(spark.sql("select '1' as machine_id"))
                        .suspensions()))
                .containsExactly("1 3 8", "1 9 -");
    }

    @Test
    void historyWithoutSuspensionsIsReadAsBefore() {
        FleetHistory history = utc().telemetry(day("id % 2")).build();
        FleetHistory suspended = utc().telemetry(day("id % 2"))
                .suspensions(suspensions("('1', '2015-01-01 02:00', NULL)"))
                .build();

        assertThat(history.suspensions().columns()).containsExactly("machine_id", "event_time", "until");
        assertThat(history.suspensions().isEmpty()).isTrue();
        assertThat(history.hasSuspensions()).isFalse();
        assertThat(plan(history.telemetry())).doesNotContain("Join");
        assertThat(plan(suspended.telemetry())).contains("BroadcastHashJoin").contains("LeftAnti");
        assertThat(plan(suspended.numberedTelemetry().orElseThrow())).contains("LeftAnti");
    }

    private static String plan(Dataset<Row> rows) {
        return rows.queryExecution().executedPlan().toString();
    }
}
