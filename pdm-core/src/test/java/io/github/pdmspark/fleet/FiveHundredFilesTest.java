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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 500 files of 0 to 200 lines, 30 % of them bad in one of nine ways, in folders of 20: every line of every file is accepted,
 * set aside for the right reason, or a copy. The recount reads the raw text with nothing of Spark or of this library.
 */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class FiveHundredFilesTest {

    private static final int FILES_PER_FOLDER = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
    void everyLineOfEveryFileIsAccountedFor(long seed, SparkSession spark) throws IOException {
        Random random = new Random(seed);
        Recount expected = new Recount();
        for (int i = 0; i < FILES_PER_FOLDER; i++) {
            String name = "file" + i + ".csv";
            List<String> lines = SpoiledLines.of(random, random.nextInt(201), "m" + i);
            Files.writeString(folder.resolve(name), "machine,time,volt\n" + String.join("\n", lines) + "\n");
            lines.forEach(line -> expected.add(name, line));
        }

        FleetHistory history = FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(CsvFiles.withCommas().read(spark, folder.toString()))
                        .machineId("machine")
                        .time("time")
                        .sensors("volt")
                        .range("volt", 0, 1000)
                        .maxRejectedShare(1))
                .build();

        TableSummary summary = history.quality().table("telemetry");
        assertThat(summary.rowsIn()).isEqualTo(expected.lines);
        assertThat(summary.accepted()).isEqualTo(expected.good.size());
        assertThat(summary.duplicates()).isEqualTo(expected.copies);
        assertThat(history.telemetry().count()).isEqualTo(expected.good.size());
        Map<String, Long> found = new HashMap<>();
        for (Row row : history.quarantine().rows().select("source_file", "rule").collectAsList()) {
            String file = row.getString(0).substring(row.getString(0).lastIndexOf('/') + 1);
            found.merge(file + " " + row.getString(1), 1L, Long::sum);
        }
        assertThat(found).isEqualTo(expected.rejected);
    }

    /** The independent reader. */
    private static final class Recount {

        private final Map<String, Long> rejected = new HashMap<>();
        private final Set<String> good = new HashSet<>();
        private long lines;
        private long copies;

        void add(String file, String line) {
            lines++;
            String reason = SpoiledLines.reason(line);
            if (reason.isEmpty()) {
                copies += good.add(line) ? 0 : 1;
            } else {
                rejected.merge(file + " " + reason, 1L, Long::sum);
            }
        }
    }
}
