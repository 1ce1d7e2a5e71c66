package io.github.pdmspark.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class FleetFilesTest {

    private static final List<String> TABLES = List.of("telemetry", "errors", "maint", "failures", "machines");

    @TempDir
    private Path folder;

    @Test
    void sameSeedGivesTheSameBytesTwice() throws IOException {
        Path first = fleet(3, 1).writeCsv(folder.resolve("first"));
        Path second = fleet(3, 1).writeCsv(folder.resolve("second"));
        Path other = fleet(3, 2).writeCsv(folder.resolve("other"));

        for (String table : TABLES) {
            assertThat(first.resolve(table + ".csv")).hasSameBinaryContentAs(second.resolve(table + ".csv"));
        }
        assertThat(Files.mismatch(first.resolve("telemetry.csv"), other.resolve("telemetry.csv")))
                .isPositive();
    }

    @Test
    void machineSevenIsTheSameInAFleetOfTenAndOfFifty() throws IOException {
        Path small = fleet(10, 1).writeCsv(folder.resolve("small"));
        Path large = fleet(50, 1).writeCsv(folder.resolve("large"));

        for (String table : TABLES) {
            assertThat(linesOfMachineSeven(small, table)).isNotEmpty().isEqualTo(linesOfMachineSeven(large, table));
        }
    }

    @Test
    void csvHasTheLayoutOfTheSample() throws IOException {
        Path files = fleet(1, 1).writeCsv(folder);

        assertThat(files.resolve("telemetry.csv"))
                .content()
                .startsWith("datetime,machineID,volt,rotate,pressure,vibration\n2015-01-01 00:00:00,1,1");
        assertThat(files.resolve("errors.csv")).content().startsWith("datetime,machineID,errorID\n2015-");
        assertThat(files.resolve("maint.csv")).content().startsWith("datetime,machineID,comp\n2014-");
        assertThat(files.resolve("failures.csv")).content().startsWith("datetime,machineID,failure\n");
        assertThat(files.resolve("machines.csv")).content().startsWith("machineID,model,age\n1,model");
    }

    @Test
    void csvAndParquetHoldTheSameRows(SparkSession spark) {
        FleetSimulator fleet = fleet(30, 1);
        Path csv = fleet.writeCsv(folder.resolve("csv"));
        fleet.writeParquet(spark, folder.resolve("parquet").toString());

        for (String table : TABLES) {
            Dataset<Row> typed = spark.read()
                    .parquet(folder.resolve("parquet").resolve(table).toString());
            Dataset<Row> text = spark.read()
                    .option("header", true)
                    .schema(typed.schema())
                    .csv(csv.resolve(table + ".csv").toString());
            DatasetAssert.assertThat(typed).hasSameRowsAs(text);
        }
    }

    @Test
    void parquetFilesAreInTimeOrderAndSeveral(SparkSession spark) throws IOException {
        fleet(30, 1).writeParquet(spark, folder.toString());

        List<Path> files;
        try (Stream<Path> listed = Files.list(folder.resolve("telemetry"))) {
            files = listed.filter(path -> path.toString().endsWith(".parquet")).toList();
        }
        assertThat(files).hasSize(2);
        for (Path file : files) {
            assertThat(spark.read().parquet(file.toString()).select("datetime").collectAsList())
                    .isSortedAccordingTo((a, b) -> a.getTimestamp(0).compareTo(b.getTimestamp(0)));
        }
    }

    private static FleetSimulator fleet(int machines, long seed) {
        return FleetSimulator.builder().machines(machines).days(60).seed(seed).build();
    }

    private static List<String> linesOfMachineSeven(Path directory, String table) throws IOException {
        try (Stream<String> lines = Files.lines(directory.resolve(table + ".csv"))) {
            return lines.filter(line -> line.startsWith("7,") || line.contains(":00,7,"))
                    .toList();
        }
    }
}
