package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P6: neither the zone of the session nor that of the JVM changes a feature; a change of clocks lies within. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class ZoneMatrixTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void zoneOfTheSessionChangesNoFeature(SparkSession spark) {
        List<String> once = FeaturesInZones.features(spark);

        assertThat(once).hasSizeGreaterThan(20).anyMatch(row -> row.contains("LOW_COVERAGE") || row.contains("OK"));
        assertThat(FeaturesInZones.inAllSessionZones(spark)).isEqualTo(threeTimes(once));
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Kolkata"})
    void zoneOfTheJvmChangesNoFeature(String zone, SparkSession spark) throws IOException, InterruptedException {
        Path rows = folder.resolve("rows");
        OtherJvm.likeThis("-Xmx1g", "-Duser.timezone=" + zone)
                .run(FeaturesInZones.class, folder.resolve("log"), LIMIT, rows.toString());

        assertThat(Files.readAllLines(rows)).isEqualTo(threeTimes(FeaturesInZones.features(spark)));
    }

    private static List<String> threeTimes(List<String> rows) {
        return Collections.nCopies(FeaturesInZones.ZONES.size(), rows).stream()
                .flatMap(List::stream)
                .toList();
    }
}
