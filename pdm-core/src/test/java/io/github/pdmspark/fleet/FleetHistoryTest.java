package io.github.pdmspark.fleet;

import static io.github.pdmspark.fleet.Fleets.errors;
import static io.github.pdmspark.fleet.Fleets.failures;
import static io.github.pdmspark.fleet.Fleets.machines;
import static io.github.pdmspark.fleet.Fleets.maintenance;
import static io.github.pdmspark.fleet.Fleets.rows;
import static io.github.pdmspark.fleet.Fleets.someTelemetry;
import static io.github.pdmspark.fleet.Fleets.telemetry;
import static io.github.pdmspark.fleet.Fleets.utc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.DataQualityException;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.PdmException;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.quality.Finding;
import io.github.pdmspark.quality.TableSummary;
import io.github.pdmspark.table.DuplicateRule;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.table.TimeFormat;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class FleetHistoryTest {

    private final SparkSession spark;

    FleetHistoryTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void everyRowIsAcceptedQuarantinedOrADuplicateWithNullsEverywhere() {
        FleetHistory history = utc().telemetry(telemetry(
                                spark,
                                "('1', '2015-01-01 06:00:00', '170.5')",
                                "('1', '2015-01-01 06:00:00', '170.5')",
                                "('1', '2015-01-01 07:00:00', null)",
                                "(null, '2015-01-01 07:00:00', '1')",
                                "('  ', '2015-01-01 07:00:00', '1')",
                                "('1', null, '1')",
                                "('1', 'yesterday', '1')",
                                "('1', '2015-01-01 08:00:00', 'abc')",
                                "('1', '2999-01-01 08:00:00', '1')",
                                "(null, null, null)",
                                "(' 1 ', '2015-01-01 09:00:00', '')")
                        .maxRejectedShare(0.9))
                .errors(errors(
                                spark,
                                "('1', '2015-01-01 06:00:00', 'e1')",
                                "('1', '2015-01-01 06:00:00', 'e1')",
                                "('1', '2015-01-01 06:00:00', null)",
                                "(null, null, null)")
                        .maxRejectedShare(0.9))
                .maintenance(maintenance(spark, "('1', '2015-01-01 06:00:00', 'c1')", "('1', null, 'c1')"))
                .failures(failures(spark, "('1', '2015-01-01 06:00:00', 'c1')", "('1', null, null)")
                        .maxRejectedShare(0.9))
                .machines(machines(spark, "('1', 'm1', 5)", "('1', 'm1', 5)", "('2', null, null)"))
                .build();

        assertThat(history.quality().tables())
                .filteredOn(TableSummary::given)
                .extracting(t -> t.table() + " " + t.rowsIn() + " = " + t.accepted() + " + " + t.quarantined() + " + "
                        + t.duplicates())
                .containsExactly(
                        "telemetry 11 = 3 + 7 + 1",
                        "errors 4 = 1 + 2 + 1",
                        "maintenance 2 = 1 + 1 + 0",
                        "failures 2 = 1 + 1 + 0",
                        "machines 3 = 2 + 0 + 1");
        assertThat(history.telemetry().count()).isEqualTo(3);
        assertThat(history.errors().count()).isEqualTo(1);
        assertThat(history.machines().count()).isEqualTo(2);
        assertThat(history.quarantine().rows().count()).isEqualTo(11);
    }

    @Test
    void quarantinedRowSaysRuleColumnValueAndRaw() {
        FleetHistory history = utc().telemetry(telemetry(
                        spark, "('1', '2015-01-01 06:00:00', '170.5')", "('7', '2015-01-01 08:00:00', 'abc')"))
                .build();

        DatasetAssert.assertThat(history.quarantine().rows())
                .hasColumns("table", "rule", "column", "value", "raw", "source_file")
                .containsExactlyInAnyOrder(List.of(RowFactory.create(
                        "telemetry",
                        "NOT_A_NUMBER",
                        "volt",
                        "abc",
                        "{\"machineID\":\"7\",\"datetime\":\"2015-01-01 08:00:00\",\"volt\":\"abc\"}",
                        null)));
        assertThat(history.quality().toString())
                .contains("QUARANTINED NOT_A_NUMBER           telemetry.volt: 1 (for example 'abc')");
    }

    @Test
    void nanInfinitySentinelAndRangeBecomeMissingAndAreCounted() {
        FleetHistory history = utc().telemetry(telemetry(
                                spark,
                                "('1', '2015-01-01 01:00:00', 'NaN')",
                                "('1', '2015-01-01 02:00:00', '1e400')",
                                "('1', '2015-01-01 03:00:00', '-Infinity')",
                                "('1', '2015-01-01 04:00:00', '-9999')",
                                "('1', '2015-01-01 05:00:00', '500')",
                                "('1', '2015-01-01 06:00:00', '170')")
                        .sentinels(-9999)
                        .rangeElseMissing("volt", 0, 300))
                .build();

        assertThat(history.telemetry().where("volt is null").count()).isEqualTo(5);
        assertThat(history.quality().findings())
                .extracting(Finding::rule, Finding::count)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("NOT_FINITE", 3L),
                        org.assertj.core.groups.Tuple.tuple("SENTINEL", 1L),
                        org.assertj.core.groups.Tuple.tuple("OUT_OF_RANGE_MISSING", 1L));
    }

    @Test
    void rangeEndsAreAllowedAndOutsideIsQuarantined() {
        FleetHistory history = utc().telemetry(telemetry(
                                spark,
                                "('1', '2015-01-01 01:00:00', '0')",
                                "('1', '2015-01-01 02:00:00', '300')",
                                "('1', '2015-01-01 03:00:00', '300.1')")
                        .range("volt", 0, 300))
                .build();

        assertThat(history.telemetry().count()).isEqualTo(2);
        assertThat(history.quarantine().rows().head().getString(1)).isEqualTo("OUT_OF_RANGE");
    }

    @Test
    void textTimesMeanTheDeclaredZoneWhateverTheSessionZone() {
        String before = spark.conf().get("spark.sql.session.timeZone");
        for (String zone : List.of("UTC", "America/New_York", "Asia/Kolkata")) {
            spark.conf().set("spark.sql.session.timeZone", zone);
            try {
                Row row = FleetHistory.builder()
                        .zone(ZoneId.of("America/New_York"))
                        .telemetry(telemetry(spark, "('1', '2015-01-01 06:00', '1')"))
                        .build()
                        .telemetry()
                        .selectExpr("unix_seconds(event_time)")
                        .head();
                assertThat(row.getLong(0)).as(zone).isEqualTo(1_420_110_000L);
            } finally {
                spark.conf().set("spark.sql.session.timeZone", before);
            }
        }
    }

    @Test
    void textWithoutZoneIsRefusedWhenNoneIsDeclared() {
        assertThatThrownBy(() ->
                        FleetHistory.builder().telemetry(someTelemetry(spark)).build())
                .isInstanceOf(DataQualityException.class)
                .hasMessageContaining("ZONE_MISSING")
                .hasMessageContaining(".zone(ZoneOffset.UTC)");
    }

    @Test
    void zoneInTheTextWins() {
        FleetHistory history = FleetHistory.builder()
                .telemetry(telemetry(
                        spark,
                        "('1', '2015-01-01T06:00:00Z', '1')",
                        "('1', '2015-01-01T06:00:00+02:00', '1')",
                        "('1', '2015-01-01 06:00:00 Europe/Paris', '1')"))
                .build();

        assertThat(history.telemetry().selectExpr("unix_seconds(event_time)").collectAsList())
                .extracting(row -> row.getLong(0))
                .containsExactlyInAnyOrder(1_420_092_000L, 1_420_084_800L, 1_420_088_400L);
    }

    @Test
    void patternsEpochsAndCountsAreRead() {
        assertThat(seconds("'1/1/2015 6:00:00 AM'", TimeFormat.pattern("M/d/yyyy h:mm:ss a")))
                .isEqualTo(1_420_092_000L);
        assertThat(seconds("1420092000", TimeFormat.epochSeconds())).isEqualTo(1_420_092_000L);
        assertThat(seconds("1420092000000L", TimeFormat.epochMillis())).isEqualTo(1_420_092_000L);
        assertThat(seconds("42", TimeFormat.count(Duration.ofHours(1)))).isEqualTo(151_200L);
    }

    private long seconds(String literal, TimeFormat format) {
        return utc().telemetry(Telemetry.from(rows(spark, "m, t, x", "('1', " + literal + ", 1.0D)"))
                        .machineId("m")
                        .time("t", format)
                        .sensors("x"))
                .build()
                .telemetry()
                .selectExpr("unix_seconds(event_time)")
                .head()
                .getLong(0);
    }

    @Test
    void millisecondsReadAsSecondsAreRefusedWithTheFix() {
        assertThatThrownBy(() -> seconds("1420092000000L", TimeFormat.epochSeconds()))
                .isInstanceOf(DataQualityException.class)
                .hasMessageContaining("TIME_RANGE")
                .hasMessageContaining("epochMillis()");
    }

    @Test
    void knownAtIsTheKnownColumnPlusDelayButNeverBeforeTheEvent() {
        FleetHistory history = utc().telemetry(Telemetry.from(rows(
                                spark,
                                "m, t, k, x",
                                "('1', '2015-01-01 06:00:00', '2015-01-01 08:00:00', 1)",
                                "('1', '2015-01-01 07:00:00', null, 1)",
                                "('1', '2015-01-01 08:00:00', '2015-01-01 02:00:00', 1)"))
                        .machineId("m")
                        .time("t")
                        .knownAt("k")
                        .delay(Duration.ofMinutes(30))
                        .sensors("x"))
                .build();

        assertThat(history.telemetry()
                        .orderBy("event_time")
                        .selectExpr("date_format(known_at, 'HH:mm')")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("08:30", "07:30", "08:30");
        assertThat(history.quality().findings()).extracting(Finding::rule).containsExactly("KNOWN_BEFORE_EVENT");
    }

    @Test
    void conflictingReadingsAreAnErrorUnlessARuleIsDeclared() {
        Telemetry conflicting = Telemetry.from(rows(
                        spark,
                        "m, t, k, x",
                        "('1', '2015-01-01 06:00:00', '2015-01-01 06:00:00', 1)",
                        "('1', '2015-01-01 06:00:00', '2015-01-01 06:00:00', 3)",
                        "('1', '2015-01-01 06:00:00', '2015-01-02 06:00:00', 99)"))
                .machineId("m")
                .time("t")
                .knownAt("k")
                .sensors("x");

        assertThatThrownBy(() -> utc().telemetry(conflicting).build())
                .isInstanceOf(DataQualityException.class)
                .hasMessageContaining("PDM_DUPLICATE_CONFLICT")
                .hasMessageContaining("KEEP_FIRST_KNOWN");
        assertThat(value(conflicting.duplicates(DuplicateRule.KEEP_FIRST_KNOWN)))
                .isEqualTo(1.0);
        assertThat(value(conflicting.duplicates(DuplicateRule.MEAN_OF_FIRST_KNOWN)))
                .isEqualTo(2.0);
    }

    /** Sums of doubles depend on their order; the order of rows is nobody's choice. */
    @Test
    void meanOfVersionsAddsThemInAscendingOrder() {
        FleetHistory history = utc().telemetry(Telemetry.from(spark.sql("SELECT id AS m, t, x FROM (SELECT id, "
                                + "timestamp'2015-01-01 06:00:00' AS t, "
                                + "explode(transform(sequence(1, 5), i -> i * 3 + (id * 37 + i * i) % 11 * 0.1D)) AS x FROM range(40))"
                                + " UNION ALL SELECT 40, timestamp'2015-01-01 06:00:00', explode(array(NULL, 2D))"))
                        .machineId("m")
                        .time("t")
                        .sensors("x")
                        .duplicates(DuplicateRule.MEAN_OF_FIRST_KNOWN))
                .build();

        for (Row row : history.telemetry().collectAsList()) {
            int machine = Integer.parseInt(row.getString(0));
            double[] versions = IntStream.rangeClosed(1, 5)
                    .mapToDouble(i -> i * 3 + (machine * 37 + i * i) % 11 * 0.1)
                    .sorted()
                    .toArray();
            double sum = 0;
            for (double version : versions) {
                sum += version;
            }
            assertThat(row.getDouble(3)).isEqualTo(machine == 40 ? 2 : sum / 5);
        }
    }

    private double value(Telemetry telemetry) {
        FleetHistory history = utc().telemetry(telemetry).build();
        assertThat(history.quality().table("telemetry").duplicates()).isEqualTo(2);
        return history.telemetry().head().getDouble(3);
    }

    @Test
    void failureReportedAgainWithinTheRepairCountsOnce() {
        FleetHistory history = utc().telemetry(someTelemetry(spark))
                .failures(failures(
                        spark,
                        "('1', '2015-01-01 06:00:00', 'c1')",
                        "('1', '2015-01-01 09:00:00', 'c1')",
                        "('1', '2015-01-01 09:00:00', 'c2')",
                        "('1', '2015-01-02 09:00:00', 'c1')"))
                .build();

        assertThat(history.failures().count()).isEqualTo(3);
        assertThat(history.quality().table("failures").duplicates()).isEqualTo(1);
        assertThat(history.quality().findings()).extracting(Finding::rule).contains("REPEATED_FAILURE");
    }

    @Test
    void moreThanOnePercentBadFailuresAreRefused() {
        assertThatThrownBy(() -> utc().telemetry(someTelemetry(spark))
                        .failures(failures(spark, "('1', '2015-01-01 06:00:00', 'c1')", "(null, null, 'c1')"))
                        .build())
                .isInstanceOf(DataQualityException.class)
                .hasMessageContaining("Table 'failures': 1 of 2 rows (50.0 %) break a rule; the limit is 1.0 %");
    }

    @Test
    void twoDifferentRowsForOneMachineAreAnError() {
        assertThatThrownBy(() -> utc().telemetry(someTelemetry(spark))
                        .machines(machines(spark, "('17', 'm1', 5)", "('17', 'm2', 5)"))
                        .build())
                .isInstanceOf(DataQualityException.class)
                .hasMessageContaining("PDM_MACHINE_DUPLICATE")
                .hasMessageContaining("'17'");
    }

    @Test
    void unknownNamesAreQuarantinedWhenTheSetIsDeclared() {
        FleetHistory history = utc().telemetry(someTelemetry(spark))
                .maintenance(maintenance(
                                spark,
                                "('1', '2015-01-01 06:00:00', 'comp2')",
                                "('1', '2015-01-01 06:00:00', 'comp1')",
                                "('1', '2015-01-01 06:00:00', 'comp5')")
                        .allowed("comp2", "comp1"))
                .build();

        assertThat(history.components()).containsExactly("comp2", "comp1");
        assertThat(history.quarantine().rows().head().getString(3)).isEqualTo("comp5");
    }

    @Test
    void onlyTelemetryIsCompulsory() {
        FleetHistory history = utc().telemetry(someTelemetry(spark)).build();

        assertThat(history.hasFailures()).isFalse();
        assertThat(history.components()).isEmpty();
        DatasetAssert.assertThat(history.failures())
                .hasColumns("machine_id", "event_time", "known_at", "component")
                .hasRowCount(0);
        assertThat(history.quality().toString()).contains("failures        not given");
        assertThatThrownBy(() -> utc().build())
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("PDM_TABLE_MISSING");
    }

    @Test
    void emptyTelemetryIsAnError() {
        assertThatThrownBy(() -> utc().telemetry(Telemetry.from(rows(spark, "m, t, x", "('1', '2015-01-01', 1)")
                                        .where("false"))
                                .machineId("m")
                                .time("t")
                                .sensors("x"))
                        .build())
                .isInstanceOf(DataQualityException.class)
                .hasMessageContaining("PDM_TABLE_EMPTY Table 'telemetry' has no rows");
    }

    @Test
    void allProblemsOfAllMappingsAreNamedAtOnce() {
        assertThatThrownBy(() -> utc().telemetry(someTelemetry(spark).sensors("vlot"))
                        .failures(failures(spark, "('1', '2015-01-01', 'c1')").component("failure"))
                        .build())
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("Table 'telemetry' has no column 'vlot'.")
                .hasMessageContaining("Found: machineID, datetime, volt. Did you mean 'volt'?")
                .hasMessageContaining("Table 'failures' has no column 'failure'.")
                .satisfies(e -> assertThat(((PdmException) e).problems()).hasSize(2))
                .satisfies(
                        e -> assertThat(((PdmException) e).condition()).isEqualTo(ErrorCondition.PDM_COLUMN_NOT_FOUND));
    }

    @Test
    void columnsOfAnyNameWork() {
        FleetHistory history = utc().telemetry(Telemetry.from(rows(
                                spark, "`a.b`, `drop table`, `v``1`", "(1, timestamp'2015-01-01 06:00:00Z', 5.5D)"))
                        .machineId("a.b")
                        .time("drop table")
                        .sensors("v`1"))
                .build();

        assertThat(history.sensors()).containsExactly("v`1");
        assertThat(history.telemetry().head().getDouble(3)).isEqualTo(5.5);
        assertThat(history.telemetry().head().getString(0)).isEqualTo("1");
    }

    @Test
    void columnsThatDifferInCaseOnlyAreAmbiguous() {
        assertThatThrownBy(() -> utc().telemetry(
                                Telemetry.from(rows(spark, "m, t, volt, Volt", "('1', '2015-01-01', 1, 2)"))
                                        .machineId("m")
                                        .time("t")
                                        .sensors("volt"))
                        .build())
                .hasMessageContaining("PDM_COLUMN_AMBIGUOUS")
                .hasMessageContaining("[volt, Volt]");
    }

    @Test
    void machineIdAsDoubleIsRefused() {
        assertThatThrownBy(() -> utc().telemetry(Telemetry.from(rows(spark, "m, t, x", "(1.0D, '2015-01-01', 1)"))
                                .machineId("m")
                                .time("t")
                                .sensors("x"))
                        .build())
                .hasMessageContaining("PDM_COLUMN_TYPE")
                .hasMessageContaining("a machine id is text or a whole number");
    }

    @Test
    void machinesWithoutTelemetryAndWithoutAttributesAreNoticed() {
        FleetHistory history = utc().telemetry(someTelemetry(spark))
                .machines(machines(spark, "('1', 'm1', 5)", "('3', 'm1', 5)"))
                .build();

        assertThat(history.quality().findings())
                .extracting(Finding::rule, Finding::count, Finding::example)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("NO_TELEMETRY", 1L, "3"),
                        org.assertj.core.groups.Tuple.tuple("NOT_LISTED", 1L, "2"));
    }

    @Test
    void ansiModeChangesNothing() {
        String before = spark.conf().get("spark.sql.ansi.enabled");
        for (String ansi : List.of("true", "false")) {
            spark.conf().set("spark.sql.ansi.enabled", ansi);
            try {
                FleetHistory history = utc().telemetry(telemetry(
                                spark, "('1', '2015-01-01 06:00:00', 'abc')", "('1', '2015-01-01 07:00:00', '1')"))
                        .build();
                assertThat(history.telemetry().count()).as("ansi " + ansi).isEqualTo(1);
                assertThat(history.quality().table("telemetry").quarantined()).isEqualTo(1);
            } finally {
                spark.conf().set("spark.sql.ansi.enabled", before);
            }
        }
    }

    @Test
    void historyKnownByATimeLacksWhatBecameKnownLater() {
        FleetHistory history = utc().telemetry(telemetry(
                        spark,
                        "('1', '2015-01-01 06:00:00', '1')",
                        "('1', '2015-01-01 07:00:00', '2')",
                        "('1', '2015-01-01 07:00:01', '3')"))
                .failures(failures(spark, "('1', '2015-01-01 05:00:00', 'a')", "('1', '2015-01-01 06:00:00', 'b')")
                        .delay(Duration.ofHours(2)))
                .observedUntil(Instant.parse("2015-01-02T00:00:00Z"))
                .build();

        FleetHistory known = history.knownBy(Instant.parse("2015-01-01T07:00:00Z"));

        assertThat(known.telemetry().count()).isEqualTo(2);
        assertThat(known.failures().select("component").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("a");
        assertThat(known.observedUntil()).contains(Instant.parse("2015-01-01T07:00:00Z"));
        assertThat(history.knownBy(Instant.parse("2015-01-03T00:00:00Z")).observedUntil())
                .isEqualTo(history.observedUntil());
        assertThat(known.components()).containsExactly("a", "b");
    }
}
