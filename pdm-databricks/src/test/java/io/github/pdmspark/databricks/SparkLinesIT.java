package io.github.pdmspark.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One attached jar on every Spark line, with an old Guava before it, alone and on a cluster. */
@Tag("cluster")
class SparkLinesIT {

    @TempDir
    private static Path folder;

    private static StoryRuns runs;
    private static JsonNode reference;

    @BeforeAll
    static void reference() throws IOException, InterruptedException {
        runs = new StoryRuns(folder);
        reference = runs.submitted("reference", SparkHome.of("4.0.1"), "local[2]", StoryRuns.CLEAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5.6", "4.0.0", "4.0.1", "4.1.0"})
    void oldGuavaFirstChangesNothing(String version) throws IOException, InterruptedException {
        JsonNode result =
                runs.behindOldGuava("guava-" + version, SparkHome.of(version), System.getProperty("pdm.opens"));

        assertThat(result.get("spark").asText()).isEqualTo(version);
        ClusterIT.assertSameResults(reference, result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5.6", "4.1.0"})
    void clusterOfThisLineSurvivesAKill(String version) throws IOException, InterruptedException {
        SparkHome home = SparkHome.of(version);
        try (LoopbackCluster cluster = LoopbackCluster.of(home)) {
            JsonNode result = runs.submitted("cluster-" + version, home, cluster.master(), "fit");

            assertThat(result.get("killed").asInt()).isEqualTo(1);
            ClusterIT.assertSameResults(reference, result);
        }
    }
}
