package io.github.pdmspark.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.quality.TableSummary;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    private static final Instant START = Instant.parse("2015-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyLineIsAccountedFor(long seed, SparkSession spark) throws IOException {
        List<String> lines = lines(new Random(seed));
        Files.writeString(folder.resolve("telemetry.csv"), "machine,time,volt\n" + String.join("\n", lines) + "\n");

        FleetHistory history = FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(CsvFiles.withCommas().read(spark, folder.toString()))
                        .machineId("machine")
                        .time("time")
                        .sensors("volt"))
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

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String good = (1 + i % 5) + "," + START.plusSeconds(3_600L * i) + "," + (160 + random.nextInt(20));
            lines.add(random.nextDouble() < 0.3 ? spoiled(good, random) : good);
            if (random.nextInt(10) == 0) {
                lines.add(lines.get(lines.size() - 1));
            }
        }
        return lines;
    }

    private static String spoiled(String line, Random random) {
        String[] fields = line.split(",", -1);
        return switch (random.nextInt(7)) {
            case 0 -> "," + fields[1] + "," + fields[2];
            case 1 -> fields[0] + ",," + fields[2];
            case 2 -> fields[0] + ",yesterday," + fields[2];
            case 3 -> fields[0] + "," + fields[1] + ",1-2";
            case 4 -> fields[0] + "," + fields[1];
            case 5 -> line + ",7";
            default -> fields[0] + "," + fields[1] + ",\"" + fields[2];
        };
    }

    private static boolean isGood(String line) {
        String[] fields = line.split(",", -1);
        return fields.length == 3
                && !fields[0].isEmpty()
                && fields[1].endsWith("Z")
                && fields[2].chars().allMatch(Character::isDigit);
    }
}
