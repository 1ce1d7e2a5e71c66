package io.github.pdmspark.fleet;

import static io.github.pdmspark.fleet.Fleets.utc;
import static io.github.pdmspark.fleet.TableFiles.finding;
import static io.github.pdmspark.fleet.TableFiles.quarantined;
import static io.github.pdmspark.fleet.TableFiles.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.quality.Finding;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.ParquetFiles;
import io.github.pdmspark.table.QualityRule;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bad inputs 34 to 45: values and events; and how a repaired row comes back. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class BadInputValuesTest {

    private static final String GOOD = "1,2015-01-01 06:00:00,170";

    private final SparkSession spark;
    private final Path folder;
    private final TableFiles files;

    BadInputValuesTest(SparkSession spark, @TempDir Path folder) {
        this.spark = spark;
        this.folder = folder;
        files = new TableFiles(spark, folder);
    }

    @Test
    void n34TextInANumberIsSetAside() {
        FleetHistory history = utc().telemetry(files.telemetry(GOOD, "1,2015-01-01 07:00:00,abc"))
                .build();

        quarantined(history, List.of("NOT_A_NUMBER", "volt", "abc", "1,2015-01-01 07:00:00,abc"));
        assertThat(finding(history, "NOT_A_NUMBER").toString())
                .contains("telemetry.volt: 1 (for example 'abc'). repair the value");
    }

    @Test
    void n35NumbersThatAreNotFiniteBecomeMissingOrAreSetAside() {
        Telemetry telemetry = files.telemetry(
                GOOD, "1,2015-01-01 07:00:00,NaN", "1,2015-01-01 08:00:00,-Infinity", "1,2015-01-01 09:00:00,1e400");

        FleetHistory history = utc().telemetry(telemetry).build();
        assertThat(finding(history, "NOT_FINITE").count()).isEqualTo(3);
        assertThat(history.telemetry().where("volt is null").count()).isEqualTo(3);

        FleetHistory strict = utc().telemetry(
                        telemetry.strict(QualityRule.NOT_FINITE).maxRejectedShare(1))
                .build();
        assertThat(strict.quality().table("telemetry").quarantined()).isEqualTo(3);
    }

    @Test
    void n36DeclaredStandInsBecomeMissing() {
        FleetHistory history = utc().telemetry(
                        files.telemetry(GOOD, "1,2015-01-01 07:00:00,-9999", "1,2015-01-01 08:00:00,65535")
                                .sentinels(-9999, 65535))
                .build();

        assertThat(finding(history, "SENTINEL").count()).isEqualTo(2);
        assertThat(history.telemetry().where("volt is null").count()).isEqualTo(2);
    }

    @Test
    void n37ValuesOutsideThePhysicalRangeAreSetAsideOrMissing() {
        Telemetry telemetry = files.telemetry(GOOD, "1,2015-01-01 07:00:00,900");

        FleetHistory aside = utc().telemetry(telemetry.range("volt", 0, 500)).build();
        quarantined(aside, List.of("OUT_OF_RANGE", "volt", "900", "1,2015-01-01 07:00:00,900"));
        FleetHistory missing =
                utc().telemetry(telemetry.rangeElseMissing("volt", 0, 500)).build();
        assertThat(missing.telemetry().where("volt is null").count()).isEqualTo(1);
    }

    @Test
    void n39NumbersThatADoubleCannotHoldAreSetAsideAndIdsAsDoublesRefused() {
        Dataset<Row> rows = stored("select '1' as machineID, timestamp'2015-01-01 06:00:00Z' + id * interval 1 hour as"
                + " datetime, if(id = 0, 9007199254740992L, if(id = 1, 9007199254740993L, cast('-9223372036854775808' as bigint))) as volt"
                + " from range(3)");
        FleetHistory history =
                utc().telemetry(TableFiles.telemetry(rows).maxRejectedShare(1)).build();
        assertThat(history.quarantine().rows().select("rule", "value").collectAsList())
                .extracting(Row::mkString)
                .containsExactlyInAnyOrder("NOT_EXACT9007199254740993", "NOT_EXACT-9223372036854775808");

        Dataset<Row> doubles =
                stored("select 1D as machineID, timestamp'2015-01-01 06:00:00Z' as datetime, 1D as volt");
        refused(
                ErrorCondition.PDM_COLUMN_TYPE,
                () -> utc().telemetry(TableFiles.telemetry(doubles)).build(),
                "'machineID' of table 'telemetry' is double",
                "cast it to STRING");
    }

    @Test
    void n40UnknownNameIsSetAsideWithTheClosest() {
        FleetHistory history = utc().telemetry(files.good())
                .errors(files.errors("1,2015-01-01 06:00:00,error1 ", "1,2015-01-01 06:00:00,eror2")
                        .allowed("error1", "error2"))
                .build();

        quarantined(history, List.of("NAME_NOT_ALLOWED", "errorID", "eror2", "1,2015-01-01 06:00:00,eror2"));
        assertThat(finding(history, "NAME_NOT_ALLOWED").fix()).endsWith("Did you mean 'error2'?");
        assertThat(history.errors().head().<String>getAs("code")).isEqualTo("error1");
    }

    @Test
    void n41FailureWithoutMachineOrComponentIsRefusedAboveOnePercent() {
        refused(
                ErrorCondition.PDM_TOO_MANY_REJECTED,
                () -> utc().telemetry(files.good())
                        .failures(files.failures("1,2015-01-02 06:00:00,", "1,2015-01-03 06:00:00,comp1"))
                        .build(),
                "Table 'failures': 1 of 2 rows (50.0 %)",
                "NAME_MISSING",
                "failures.failure");

        FleetHistory history = utc().telemetry(files.good())
                .failures(files.failures("1,2015-01-02 06:00:00,", "1,2015-01-03 06:00:00,comp1")
                        .maxRejectedShare(0.5))
                .build();
        assertThat(history.failures().count()).isEqualTo(1);
    }

    @Test
    void n42FailuresOutsideTheTelemetryAreKeptAndCounted() {
        FleetHistory history = utc().telemetry(files.good())
                .failures(files.failures(
                        "1,2014-12-31 06:00:00,comp1", "1,2015-01-05 06:00:00,comp1", "1,2015-02-01 06:00:00,comp1"))
                .build();

        assertThat(finding(history, "UNSCORABLE").count()).isEqualTo(2);
        assertThat(history.failures().count()).isEqualTo(3);
    }

    @Test
    void n44FailureReportedTwiceIsMergedAndCounted() {
        FleetHistory history = utc().telemetry(files.good())
                .failures(files.failures("1,2015-01-05 06:00:00,comp1", "1,2015-01-05 06:20:00,comp1"))
                .build();

        assertThat(finding(history, "REPEATED_FAILURE").count()).isEqualTo(1);
        assertThat(history.failures().count()).isEqualTo(1);
    }

    @Test
    void n45FailureLogThatEndsEarlyOrBeginsLateIsNoticedWithDates() {
        String[] lines = java.util.stream.IntStream.range(1, 10)
                .mapToObj(day -> "1,2015-02-0" + day + " 06:00:00,comp" + day)
                .toArray(String[]::new);
        FleetHistory history = utc().telemetry(files.telemetry("1,2015-01-01 06:00:00,1", "1,2015-04-01 06:00:00,1"))
                .failures(files.failures(lines))
                .build();

        assertThat(finding(history, "FAILURES_END_EARLY").example())
                .isEqualTo("2015-02-09T06:00:00Z .. 2015-04-01T06:00:00Z");
        assertThat(finding(history, "FAILURES_BEGIN_LATE").example())
                .isEqualTo("2015-01-01T06:00:00Z .. 2015-02-01T06:00:00Z");
        assertThat(finding(history, "FAILURES_END_EARLY").severity()).isEqualTo(Finding.Severity.NOTICE);
    }

    @Test
    void repairedRowsComeBack() {
        FleetHistory history = utc().telemetry(
                        files.telemetry(GOOD, "1,2015-01-01 07:00:00,1O8", "1,2015-01-01 08:00:00")
                                .maxRejectedShare(1))
                .build();
        List<String> raw = history
                .quarantine()
                .rows()
                .where("table = 'telemetry' and rule = 'NOT_A_NUMBER'")
                .select("raw")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0).replace('O', '0'))
                .toList();
        files.write("again/repaired.csv", TableFiles.HEADER, raw.get(0));
        Dataset<Row> all = CsvFiles.withCommas()
                .read(spark, folder.resolve("telemetry.csv").toString())
                .unionByName(CsvFiles.withCommas()
                        .read(spark, folder.resolve("again").toString()));

        FleetHistory repaired = utc().telemetry(TableFiles.telemetry(all)).build();
        assertThat(repaired.telemetry().where("volt = 108").count()).isEqualTo(1);
        assertThat(repaired.quality().table("telemetry").quarantined()).isEqualTo(2);
    }

    private Dataset<Row> stored(String query) {
        String path = folder.resolve("stored" + query.length()).toString();
        spark.sql(query).write().parquet(path);
        return ParquetFiles.read(spark, path);
    }
}
