package io.github.pdmspark.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.DuplicateRule;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** R21: changed and random text at the entry points gives rows, quarantined rows or our own exceptions; seeds replay it. */
@ExtendWith(LocalSpark.class)
class HostileInputFuzzTest {

    private static final long SEED = 20261125;
    private static final int CASES = 2_000;
    private static final long LIMIT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String TOKENS = "\"\"{}[]:,-+.0123456789eE\\/tfn null\u0000\u00e4PT24H";

    @Test
    void specificationsLoadOrAreRefused() {
        Random random = new Random(SEED);
        String good = AllKinds.SPEC.toJson();
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            String text = mutated(good, random);
            long start = System.nanoTime();
            try {
                FeatureSpec.fromJson(text);
            } catch (IllegalArgumentException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("case " + i + " of seed " + SEED + ": " + text, e);
            }
            assertThat(System.nanoTime() - start)
                    .as("case %d of seed %d", i, SEED)
                    .isLessThan(LIMIT_NANOS);
        }
        assertThat(refused).isGreaterThan(CASES / 2);
    }

    @Test
    void deeplyNestedTextIsRefused() {
        for (String deep : new String[] {"[".repeat(100_000), "{\"a\":".repeat(100_000)}) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> FeatureSpec.fromJson(deep))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void linesAreAcceptedOrSetAside(SparkSession spark, @TempDir Path folder) throws IOException {
        Random random = new Random(SEED);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("machine,time,volt\n".getBytes(StandardCharsets.UTF_8));
        int lines = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] line = line(i, random);
            file.write(line);
            file.write('\n');
            lines++;
        }
        Path path = Files.write(folder.resolve("fuzz.csv"), file.toByteArray());

        FleetHistory history = FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(CsvFiles.withCommas().read(spark, path.toString()))
                        .machineId("machine")
                        .time("time")
                        .sensors("volt")
                        .duplicates(DuplicateRule.KEEP_FIRST_KNOWN)
                        .maxRejectedShare(1))
                .build();
        assertThat(history.quality().table("telemetry").rowsIn()).isEqualTo(lines);
        assertThat(history.quarantine().rows().count())
                .isEqualTo(history.quality().table("telemetry").quarantined())
                .isGreaterThan(CASES / 4);
    }

    /** A good line with a few bytes changed or thousands of separators added; never a line break, never blank. */
    private static byte[] line(int number, Random random) {
        String good = "m" + number + ",2015-01-01 06:00:00,170";
        byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(6); change > 0; change--) {
            int place = 1 + random.nextInt(bytes.length - 1);
            byte other = (byte) random.nextInt(256);
            bytes[place] = other == '\n' || other == '\r' ? (byte) '"' : other;
        }
        if (number % 100 == 0) {
            return ("\"" + number + "\"" + ",".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }

    private static String mutated(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int change = 1 + random.nextInt(4); change > 0; change--) {
            int place = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(place, TOKENS.charAt(random.nextInt(TOKENS.length())));
                case 1 -> text.insert(place, TOKENS.charAt(random.nextInt(TOKENS.length())));
                case 2 -> text.delete(place, Math.min(text.length(), place + 1 + random.nextInt(40)));
                default ->
                    text.insert(place, text.substring(place, Math.min(text.length(), place + random.nextInt(40))));
            }
        }
        return text.toString();
    }
}
