package io.github.pdmspark.fleet;

import static io.github.pdmspark.fleet.Fleets.utc;
import static io.github.pdmspark.fleet.TableFiles.HEADER;
import static io.github.pdmspark.fleet.TableFiles.quarantined;
import static io.github.pdmspark.fleet.TableFiles.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.ParquetFiles;
import io.github.pdmspark.table.ReadableFiles;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bad inputs 1 to 16: files and schemas. */
@ExtendWith(LocalSpark.class)
class BadInputFilesTest {

    private static final String GOOD = "1,2015-01-01 06:00:00,170";

    private final SparkSession spark;
    private final TableFiles files;
    private final Path folder;

    BadInputFilesTest(SparkSession spark, @TempDir Path folder) {
        this.spark = spark;
        this.folder = folder;
        files = new TableFiles(spark, folder);
    }

    @Test
    void n01MissingPathNamesTheNearestFolder() {
        String missing = folder.resolve("2015/telemetry*.csv").toString();

        refused(
                ErrorCondition.PDM_PATH_NOT_FOUND,
                () -> readCsv(missing),
                missing,
                "nearest folder",
                "'" + folder + "'");
        refused(
                ErrorCondition.PDM_PATH_NOT_FOUND,
                () -> ParquetFiles.read(spark, missing),
                missing,
                "'" + folder + "'");
    }

    /** Without a header nobody can say what the columns were, so an optional table is refused as well. */
    @Test
    void n02ZeroByteFileIsRefused() {
        String path = files.write("telemetry.csv", new byte[0]);

        refused(ErrorCondition.PDM_TABLE_EMPTY, () -> readCsv(path), path, "leave the table out if it is optional");
    }

    @Test
    void n03HeaderWithoutRowsIsRefusedForTelemetryAndNoticedForOthers() {
        refused(
                ErrorCondition.PDM_TABLE_EMPTY,
                () -> utc().telemetry(files.telemetry()).build(),
                "telemetry");

        FleetHistory history =
                utc().telemetry(files.good()).errors(files.errors()).build();
        assertThat(TableFiles.finding(history, "TABLE_EMPTY").table()).isEqualTo("errors");
    }

    @Test
    void n04AbsentColumnOfParquetIsNamedWithTheClosest() {
        String path = parquet("t", "select '1' as machineID, '2015-01-01' as datetime, 170D as voltage");

        refused(
                ErrorCondition.PDM_COLUMN_NOT_FOUND,
                () -> utc().telemetry(TableFiles.telemetry(ParquetFiles.read(spark, path)))
                        .build(),
                "no column 'volt'",
                "Found: machineID, datetime, voltage",
                "Did you mean 'voltage'?");
    }

    @Test
    void n05ColumnsInAnotherOrderAreReadByName() {
        files.write("in/a.csv", HEADER, GOOD);
        files.write("in/b.csv", "volt,machineID,datetime", "171,2,2015-01-01 06:00:00");

        FleetHistory history = utc().telemetry(TableFiles.telemetry(readCsv(folder.resolve("in"))))
                .build();
        assertThat(history.telemetry().where("machine_id = '2' and volt = 171").count())
                .isEqualTo(1);
    }

    @Test
    void n06MissingHeaderShowsTheFirstLine() {
        refused(
                ErrorCondition.PDM_COLUMN_NOT_FOUND,
                () -> utc().telemetry(TableFiles.telemetry(files.csv("telemetry.csv", GOOD)))
                        .build(),
                "Found: 1, 2015-01-01 06:00:00, 170",
                "may lack its header line");
    }

    @Test
    void n07ColumnsOfOneNameAreRefused() {
        refused(
                ErrorCondition.PDM_COLUMN_AMBIGUOUS,
                () -> files.csv("twice.csv", HEADER + ",volt", GOOD + ",1"),
                "twice.csv",
                "'volt' twice");
        refused(
                ErrorCondition.PDM_COLUMN_AMBIGUOUS,
                () -> utc().telemetry(TableFiles.telemetry(files.csv("t.csv", HEADER + ",Volt", GOOD + ",1")))
                        .build(),
                "[volt, Volt]");
    }

    @Test
    void n08EncodingsOtherThanUtf8AreNamed() {
        files.write("bom.csv", "\ufeff" + HEADER, GOOD);
        assertThat(readCsv(folder.resolve("bom.csv")).columns()).startsWith("machineID");

        String utf16 = files.write("utf16.csv", (HEADER + "\n" + GOOD).getBytes(StandardCharsets.UTF_16));
        refused(ErrorCondition.PDM_FILE_ENCODING, () -> readCsv(utf16), "utf16.csv", "UTF-16");

        files.write(
                "latin1.csv",
                (HEADER + "\n" + GOOD + "\nM\u00fc,2015-01-01 06:00:00,1\n").getBytes(StandardCharsets.ISO_8859_1));
        FleetHistory history = utc().telemetry(TableFiles.telemetry(readCsv(folder.resolve("latin1.csv"))))
                .build();
        quarantined(
                history, List.of("MALFORMED_LINE", "", "not UTF-8 from character 1", "M\ufffd,2015-01-01 06:00:00,1"));
    }

    @Test
    void n09WrongSeparatorAndDecimalCommaAreRecognised() {
        refused(
                ErrorCondition.PDM_COLUMN_NOT_FOUND,
                () -> utc().telemetry(TableFiles.telemetry(
                                files.csv("t.csv", HEADER.replace(',', ';'), GOOD.replace(',', ';'))))
                        .build(),
                "CsvFiles.separatedBy(';')");
        Telemetry decimalComma = files.telemetry("1,2015-01-01 06:00:00,\"170,5\"");
        refused(
                ErrorCondition.PDM_TOO_MANY_REJECTED,
                () -> utc().telemetry(decimalComma).build(),
                "telemetry.volt",
                "'170,5'",
                "a decimal comma or a wrong separator looks like this");
    }

    @Test
    void n10ShortAndLongRowsAreSetAside() {
        FleetHistory history = utc().telemetry(
                        files.telemetry(GOOD, "1,2015-01-01 07:00:00", "1,2015-01-01 08:00:00,1,2")
                                .maxRejectedShare(1))
                .build();

        quarantined(
                history,
                List.of("MALFORMED_LINE", "", "fields: 2 instead of 3", "1,2015-01-01 07:00:00"),
                List.of("MALFORMED_LINE", "", "fields: 4 instead of 3", "1,2015-01-01 08:00:00,1,2"));
    }

    @Test
    void n11OpenQuoteSpoilsItsOwnLineOnly() {
        FleetHistory history = utc().telemetry(
                        files.telemetry(GOOD, "1,2015-01-01 07:00:00,\"1", "1,2015-01-01 08:00:00,3"))
                .build();

        quarantined(history, List.of("MALFORMED_LINE", "", "a quote does not close", "1,2015-01-01 07:00:00,\"1"));
        assertThat(history.telemetry().count()).isEqualTo(2);
    }

    @Test
    void n12OtherTypeInOneParquetFileIsFoundBeforeAnyRowIsRead() {
        parquet("t/a", "select '1' as machineID, 170D as volt");
        parquet("t/b", "select '1' as machineID, 'x' as volt");

        refused(
                ErrorCondition.PDM_HEADER_MISMATCH,
                () -> ParquetFiles.read(spark, folder.resolve("t/*").toString()),
                "/t/a/part-",
                "volt DOUBLE",
                "/t/b/part-",
                "volt STRING");
    }

    @Test
    void n13FileWithOtherColumnsIsNamedOrMerged() {
        files.write("in/a.csv", HEADER, GOOD);
        files.write("in/b.csv", "machineID,datetime,rotate", GOOD);
        refused(
                ErrorCondition.PDM_HEADER_MISMATCH,
                () -> readCsv(folder.resolve("in")),
                "a.csv: " + HEADER,
                "b.csv: machineID,datetime,rotate");

        parquet("t/a", "select '1' as machineID");
        parquet("t/b", "select '1' as machineID, 170D as volt");
        assertThat(ParquetFiles.read(spark, folder.resolve("t/*").toString())
                        .where("volt is null")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void n14DamagedParquetFileIsNamedOrSetAside() throws IOException {
        parquet("t/a", "select '1' as machineID, 170D as volt");
        Path cut = part(parquet("t/b", "select '2' as machineID, 170D as volt"));
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 100));
        String path = folder.resolve("t/*").toString();

        refused(
                ErrorCondition.PDM_FILE_DAMAGED,
                () -> ParquetFiles.read(spark, path),
                cut.getFileName().toString(),
                "1 Parquet file(s)",
                "ParquetFiles.readable");
        ReadableFiles readable = ParquetFiles.readable(spark, path);
        assertThat(readable.damaged())
                .singleElement()
                .asString()
                .endsWith(cut.getFileName().toString());
        assertThat(readable.rows().count()).isEqualTo(1);
    }

    @Test
    void n15NamesWithDotsSpacesQuotesAndBackticksWork() {
        Dataset<Row> rows = files.csv("names.csv", "a.b,drop table,\"v`\"\"1\"", GOOD);
        FleetHistory history = utc().telemetry(
                        Telemetry.from(rows).machineId("a.b").time("drop table").sensors(rows.columns()[2]))
                .build();

        assertThat(history.telemetry().count()).isEqualTo(1);
        assertThat(history.sensors()).containsExactly("v`\"1");
    }

    @Test
    void n16NewColumnIsIgnoredAndReported() {
        FleetHistory history = utc().telemetry(
                        TableFiles.telemetry(files.csv("t.csv", HEADER + ",humidity", GOOD + ",0.5")))
                .build();

        assertThat(history.quality().table("telemetry").ignoredColumns()).containsExactly("humidity");
        assertThat(history.quality().toString()).contains("Ignored columns of telemetry: humidity");
    }

    private Dataset<Row> readCsv(Object path) {
        return CsvFiles.withCommas().read(spark, path.toString());
    }

    private String parquet(String name, String query) {
        String path = folder.resolve(name).toString();
        spark.sql(query).coalesce(1).write().parquet(path);
        return path;
    }

    private static Path part(String folder) throws IOException {
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            return all.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
