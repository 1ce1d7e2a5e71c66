package io.github.pdmspark.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Promise R12: a bit that flips inside a Parquet file gives an error that names the file, never another value. */
@ExtendWith(LocalSpark.class)
class DamagedPagesTest {

    private static final long SEED = 20261125;
    private static final int FLIPS = 60;

    @Test
    void noFlippedBitBecomesAValue(SparkSession spark, @TempDir Path folder) throws IOException {
        spark.sql("select concat('m', id % 7) as machineID, rand(3) as volt from range(0, 500, 1, 1)")
                .write()
                .option("compression", "none")
                .parquet(folder.resolve("t").toString());
        Path file = onlyFile(folder.resolve("t"));
        byte[] good = Files.readAllBytes(file);
        List<Row> expected = rows(spark, file);
        Random random = new Random(SEED);
        int named = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] bad = good.clone();
            int position = random.nextInt(bad.length);
            bad[position] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            Files.write(file, bad);
            try {
                assertThat(rows(spark, file))
                        .as("byte %d of %d, seed %d", position, good.length, SEED)
                        .isEqualTo(expected);
            } catch (Exception e) { // names the file, or the column where the bit is in its name
                assertThat(texts(e))
                        .as("byte %d of %d, seed %d", position, good.length, SEED)
                        .containsAnyOf(
                                file.getFileName().toString(), "`volt` cannot be resolved", "`machineID` cannot be");
                named++;
            }
        }
        assertThat(named).isGreaterThan(FLIPS / 2);
    }

    private static List<Row> rows(SparkSession spark, Path file) {
        return ParquetFiles.read(spark, file.toString())
                .select("machineID", "volt")
                .collectAsList();
    }

    private static String texts(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            text.append(each.getMessage()).append('\n');
        }
        return text.toString();
    }

    /** Without Hadoop's checksum beside it, which other writers and stores do not have. */
    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                if (each.toString().endsWith(".crc")) {
                    Files.delete(each);
                }
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
