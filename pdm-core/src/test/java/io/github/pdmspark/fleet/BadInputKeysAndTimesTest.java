package io.github.pdmspark.fleet;

import static io.github.pdmspark.fleet.Fleets.utc;
import static io.github.pdmspark.fleet.TableFiles.finding;
import static io.github.pdmspark.fleet.TableFiles.quarantined;
import static io.github.pdmspark.fleet.TableFiles.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.quality.Finding;
import io.github.pdmspark.table.DuplicateRule;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.QualityRule;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.table.TimeFormat;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bad inputs 17 to 31: keys and times. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class BadInputKeysAndTimesTest {

    private static final String GOOD = "1,2015-01-01 06:00:00,170";

    private final TableFiles files;

    BadInputKeysAndTimesTest(SparkSession spark, @TempDir Path folder) {
        files = new TableFiles(spark, folder);
    }

    @Test
    void n17BlankMachineIsSetAside() {
        FleetHistory history = utc().telemetry(files.telemetry(GOOD, "  ,2015-01-01 07:00:00,1"))
                .build();

        quarantined(history, List.of("KEY_MISSING", "machineID", "  ", "  ,2015-01-01 07:00:00,1"));
        assertThat(finding(history, "KEY_MISSING").fix()).contains("machine id");
    }

    @Test
    void n18IdsAreTextAndNearDuplicatesAreReported() {
        FleetHistory history = utc().telemetry(files.telemetry(
                        GOOD, "01,2015-01-01 07:00:00,1", " 1,2015-01-01 08:00:00,1", "M7,2015-01-01 08:00:00,1"))
                .build();

        assertThat(history.telemetry().select("machine_id").distinct().collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder("1", "01", "M7");
        assertThat(finding(history, "MACHINES_ALIKE"))
                .extracting(Finding::table, Finding::count, Finding::example)
                .containsExactly("telemetry", 2L, "01' and '1");
    }

    @Test
    void n19TablesThatNameMachinesDifferentlyAreRefused() {
        refused(
                ErrorCondition.PDM_MACHINES_DO_NOT_MEET,
                () -> utc().telemetry(files.good())
                        .machines(files.machines("M1,a,3", "M2,a,4"))
                        .build(),
                "None of the 2 machine(s) of table 'machines'",
                "'M1' here, '1' there");
        refused(
                ErrorCondition.PDM_MACHINES_DO_NOT_MEET,
                () -> utc().telemetry(files.good())
                        .failures(files.failures("M1,2015-01-02 06:00:00,comp1", "M2,2015-01-02 06:00:00,comp1"))
                        .build(),
                "table 'failures'");
    }

    @Test
    void n20And22MachinesOfOneTableOnlyAreCounted() {
        FleetHistory history = utc().telemetry(files.telemetry(GOOD, "2,2015-01-01 06:00:00,170"))
                .machines(files.machines("1,a,3", "7,a,3"))
                .build();

        assertThat(finding(history, "NOT_LISTED"))
                .extracting(Finding::count, Finding::example)
                .containsExactly(1L, "2");
        assertThat(finding(history, "NO_TELEMETRY"))
                .extracting(Finding::count, Finding::example)
                .containsExactly(1L, "7");
        assertThat(history.telemetry().count()).isEqualTo(2);
    }

    @Test
    void n20TelemetryBesideACompleteTableOfMachinesIsRefused() {
        Machines listed = files.machines("1,a,3").complete();
        refused(
                ErrorCondition.PDM_MACHINE_NOT_LISTED,
                () -> utc().telemetry(files.telemetry(GOOD, "2,2015-01-01 06:00:00,170"))
                        .machines(listed)
                        .build(),
                "1 machine(s)",
                "'2'");
        assertThat(utc().telemetry(files.telemetry(GOOD))
                        .machines(listed)
                        .build()
                        .telemetry()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void n21TwoRowsForOneMachineAreRefused() {
        refused(
                ErrorCondition.PDM_MACHINE_DUPLICATE,
                () -> utc().telemetry(files.good())
                        .machines(files.machines("1,a,3", "1,b,3"))
                        .build(),
                "machine '1'");
    }

    @Test
    void n23UnreadableTimeIsSetAsideWithThePattern() {
        FleetHistory history =
                utc().telemetry(files.telemetry(GOOD, "1,yesterday,1")).build();

        quarantined(history, List.of("TIME_UNREADABLE", "datetime", "yesterday", "1,yesterday,1"));
        assertThat(finding(history, "TIME_UNREADABLE").fix()).contains("M/d/yyyy h:mm:ss a");
    }

    @Test
    void n24TwelveHourClockIsRefusedWithItsPatternAndReadWithIt() {
        String line = "1,1/1/2015 6:00:00 AM,170";
        refused(
                ErrorCondition.PDM_TOO_MANY_REJECTED,
                () -> utc().telemetry(files.telemetry(line)).build(),
                "'1/1/2015 6:00:00 AM'",
                "M/d/yyyy h:mm:ss a");

        FleetHistory history = utc().telemetry(
                        files.telemetry(line).time("datetime", TimeFormat.pattern("M/d/yyyy h:mm:ss a")))
                .build();
        assertThat(history.telemetry()
                        .where("event_time = timestamp'2015-01-01 06:00:00Z'")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void n25SecondsAndMillisecondsAreNotTakenForEachOther() {
        Telemetry millis = files.telemetry("1,1420092000000,1").time("datetime", TimeFormat.epochSeconds());
        refused(
                ErrorCondition.PDM_TOO_MANY_REJECTED,
                () -> utc().telemetry(millis).build(),
                "TIME_RANGE",
                "epochMillis()");
        Telemetry seconds = files.telemetry("1,1420092000,1").time("datetime", TimeFormat.epochMillis());
        refused(
                ErrorCondition.PDM_TOO_MANY_REJECTED,
                () -> utc().telemetry(seconds).build(),
                "TIME_RANGE",
                "epochSeconds()");
    }

    @Test
    void n26SkippedAndRepeatedLocalTimesAreFlaggedAndStrictlySetAside() {
        Telemetry telemetry = files.telemetry(
                        "1,2015-03-08 01:59:59,1",
                        "1,2015-03-08 02:30:00,1",
                        "1,2015-03-08 03:00:00,1",
                        "1,2015-11-01 00:59:59,1",
                        "1,2015-11-01 01:00:00,1",
                        "1,2015-11-01 01:59:59,1",
                        "1,2015-11-01 02:00:00,1",
                        "1,2015-11-01T01:30:00Z,1")
                .zone(ZoneId.of("America/New_York"));

        FleetHistory history = FleetHistory.builder().telemetry(telemetry).build();
        assertThat(finding(history, "DST_GAP"))
                .extracting(Finding::count, Finding::example)
                .containsExactly(1L, "2015-03-08 02:30:00");
        assertThat(finding(history, "DST_AMBIGUOUS"))
                .extracting(Finding::count, Finding::example)
                .containsExactly(2L, "2015-11-01 01:00:00");

        FleetHistory strict = FleetHistory.builder()
                .telemetry(telemetry.strict(QualityRule.DST_GAP, QualityRule.DST_AMBIGUOUS))
                .build();
        assertThat(strict.quality().table("telemetry").quarantined()).isEqualTo(3);
        assertThat(strict.telemetry().count()).isEqualTo(5);
        assertThat(finding(strict, "DST_GAP").severity()).isEqualTo(Finding.Severity.QUARANTINED);
    }

    @Test
    void n26ZonesWithHalfHourShiftsAndPatternsAreSeenToo() {
        FleetHistory history = FleetHistory.builder()
                .zone(ZoneId.of("Australia/Lord_Howe"))
                .telemetry(files.telemetry("1,5/4/2015 1:45:00,1", "1,5/4/2015 2:15:00,1")
                        .time("datetime", TimeFormat.pattern("d/M/yyyy H:mm:ss")))
                .build();

        assertThat(finding(history, "DST_AMBIGUOUS"))
                .extracting(Finding::count, Finding::example)
                .containsExactly(1L, "5/4/2015 1:45:00");
    }

    @Test
    void n27TextWithoutAnyZoneIsRefused() {
        refused(
                ErrorCondition.PDM_TOO_MANY_REJECTED,
                () -> FleetHistory.builder().telemetry(files.telemetry(GOOD)).build(),
                "ZONE_MISSING",
                "telemetry.datetime",
                ".zone(ZoneOffset.UTC)");
    }

    @Test
    void n28TimesFarFromTodayAreSetAside() {
        FleetHistory history = utc().readAt(Instant.parse("2015-01-02T00:00:00Z"))
                .telemetry(files.telemetry(
                                GOOD,
                                "1,1970-12-31 23:59:59,1",
                                "1,9999-12-31 00:00:00,1",
                                "1,2015-01-03 00:00:00,1",
                                "1,2015-01-03 00:00:00.000001,1")
                        .maxRejectedShare(1))
                .build();

        quarantined(
                history,
                List.of("TIME_RANGE", "datetime", "1970-12-31 23:59:59", "1,1970-12-31 23:59:59,1"),
                List.of("TIME_RANGE", "datetime", "9999-12-31 00:00:00", "1,9999-12-31 00:00:00,1"),
                List.of("TIME_IN_FUTURE", "datetime", "2015-01-03 00:00:00.000001", "1,2015-01-03 00:00:00.000001,1"));
    }

    @Test
    void n29ExactCopiesAreRemovedAndCounted() {
        FleetHistory history =
                utc().telemetry(files.telemetry(GOOD, GOOD, GOOD)).build();

        assertThat(history.telemetry().count()).isEqualTo(1);
        assertThat(finding(history, "DUPLICATE_ROW").count()).isEqualTo(2);
    }

    @Test
    void n30ReadingsThatDisagreeFollowTheRule() {
        Telemetry conflict = files.telemetry(GOOD, "1,2015-01-01 06:00:00,180");
        refused(
                ErrorCondition.PDM_DUPLICATE_CONFLICT,
                () -> utc().telemetry(conflict).build(),
                "1 2015-01-01 06:00:00",
                "KEEP_FIRST_KNOWN");

        FleetHistory mean = utc().telemetry(conflict.duplicates(DuplicateRule.MEAN_OF_FIRST_KNOWN))
                .build();
        assertThat(mean.telemetry().head().<Double>getAs("volt")).isEqualTo(175);
        assertThat(finding(mean, "DUPLICATE_KEY").count()).isEqualTo(1);
    }

    @Test
    void n31OrderOfRowsChangesNothing() {
        FleetHistory inOrder = utc().telemetry(
                        files.telemetry(GOOD, "1,2015-01-01 07:00:00,171", "2,2015-01-01 05:00:00,3"))
                .build();
        List<org.apache.spark.sql.Row> expected = inOrder.telemetry().collectAsList();
        FleetHistory shuffled = utc().telemetry(
                        files.telemetry("2,2015-01-01 05:00:00,3", "1,2015-01-01 07:00:00,171", GOOD))
                .build();

        DatasetAssert.assertThat(shuffled.telemetry()).containsExactlyInAnyOrder(expected);
    }
}
