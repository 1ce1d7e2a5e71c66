package io.github.pdmspark.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attached jar on a real cluster: a master, two workers, executors that are killed. */
@Tag("cluster")
class ClusterIT {

    @TempDir
    private static Path folder;

    private static SparkHome home;
    private static StoryRuns runs;
    private static LoopbackCluster cluster;
    private static JsonNode clean;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        home = SparkHome.of("4.0.1");
        runs = new StoryRuns(folder);
        cluster = LoopbackCluster.of(home);
        clean = runs.submitted("clean", home, cluster.master(), StoryRuns.CLEAN);
    }

    @AfterAll
    static void stop() throws IOException {
        if (cluster != null) {
            cluster.close();
            assertThat(cluster.processes()).isZero();
        }
    }

    @Test
    void clusterGivesTheBitsOfOneProcess() throws IOException, InterruptedException {
        JsonNode local = runs.submitted("local", home, "local[2]", StoryRuns.CLEAN);

        assertThat(clean.get("executors").asInt()).isEqualTo(2);
        assertThat(clean.get("published").asInt())
                .as("machines times half days")
                .isEqualTo(12 * 60);
        assertThat(clean.get("scored").asInt()).isPositive();
        assertSameResults(clean, local);
    }

    @ParameterizedTest
    @ValueSource(strings = {"features", "fit", "score", "publish"})
    void killedExecutorChangesNothing(String step) throws IOException, InterruptedException {
        JsonNode result = runs.submitted("killed-in-" + step, home, cluster.master(), step);

        assertThat(result.get("killed").asInt()).isEqualTo(1);
        assertThat(result.get("tasksLost").asInt()).as("tasks that ran in it").isPositive();
        if (!step.equals("publish")) { // the last step may end on the other executor before a new one is up
            assertThat(result.get("executors").asInt())
                    .as("one came in its place")
                    .isGreaterThan(2);
        }
        assertSameResults(clean, result);
    }

    static void assertSameResults(JsonNode expected, JsonNode found) {
        assertThat(found.get("features")).isEqualTo(expected.get("features"));
        assertThat(found.get("scores")).isEqualTo(expected.get("scores"));
        assertThat(found.get("published")).isEqualTo(expected.get("published"));
    }
}
