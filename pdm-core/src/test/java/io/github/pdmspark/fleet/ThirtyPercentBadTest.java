package io.github.pdmspark.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.quality.TableSummary;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file with 30 % bad lines against a recount from its raw text that uses nothing of Spark. */
@ExtendWith(LocalSpark.class)
class ThirtyPercentBadTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyLineIsAccountedFor(long seed, SparkSession spark) throws IOException {
        List<String> lines = SpoiledLines.of(new Random(seed), 200, "m");
        Files.writeString(folder.resolve("telemetry.csv"), "machine,time,volt\n" + String.join("\n", lines) + "\n");

        FleetHistory history = FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(CsvFiles.withCommas().read(spark, folder.toString()))
                        .machineId("machine")
                        .time("time")
                        .sensors("volt")
                        .range("volt", 0, 1000))
                .build();

        long bad = lines.stream().filter(line -> !isGood(line)).count();
        Set<String> distinct = new HashSet<>(
                lines.stream().filter(ThirtyPercentBadTest::isGood).toList());
        TableSummary summary = history.quality().table("telemetry");
        assertThat(summary.rowsIn()).as("seed %d", seed).isEqualTo(lines.size());
        assertThat(summary.quarantined()).isEqualTo(bad);
        assertThat(summary.accepted()).isEqualTo(distinct.size());
        assertThat(history.telemetry().count()).isEqualTo(distinct.size());
        assertThat(history.quarantine().rows().select("raw").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrderElementsOf(
                        lines.stream().filter(line -> !isGood(line)).toList());
    }

    private static boolean isGood(String line) {
        return SpoiledLines.reason(line).isEmpty();
    }
}
