package io.github.pdmspark.publication;

import static io.github.pdmspark.publication.Scores.batch;
import static io.github.pdmspark.publication.Scores.byKey;
import static io.github.pdmspark.publication.Scores.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.increment.ChildJvm;
import io.github.pdmspark.publication.FaultFileSystem.Fault;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promises R6 and R7: the n-th change on disk fails, for every n; the JVM dies at the n-th change. */
@ExtendWith(LocalSpark.class)
@Tag("slow")
class PublishFaultTest {

    private static final Batch OLD = batch("old", "m", 0, 4);
    private static final Batch NEW = batch("new", "m", 2, 6);
    private static final int KILLS = 8;

    private final SparkSession spark;

    @TempDir
    private Path folder;

    PublishFaultTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeEach
    void useTheFileSystem() {
        EveryFault.install(spark);
    }

    @AfterEach
    void noFault() {
        EveryFault.none();
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER"})
    void everyFaultLeavesTheOldOrTheNewRowsAndSaysWhich(Fault fault) throws IOException {
        int found = EveryFault.of(fault, trial -> {
            Path place = folder.resolve(trial.toString());
            ParquetTable table = table(spark, place);
            table.publish(OLD, rows(spark, OLD));
            boolean published = trial.publishes(() -> table.publish(NEW, rows(spark, NEW)));

            assertThat(byKey(table.read())).as("%s", trial).isEqualTo(published ? afterBoth() : afterOld());
            assertNextRunSucceedsAndCleans(table, place, trial.toString());
        });
        assertThat(found).as("changes on disk that failed").isEqualTo(changesOfAPublication());
    }

    @Test
    void killedJvmLeavesTheOldOrTheNewRows() throws IOException, InterruptedException {
        int changes = changesOfAPublication();
        for (int i = 0; i < KILLS; i++) {
            int n = 1 + i * (changes - 1) / (KILLS - 1);
            Path place = folder.resolve("kill-" + n);
            ParquetTable table = table(spark, place);
            table.publish(OLD, rows(spark, OLD));

            assertThat(ChildJvm.run(Path.of(place + ".log"), Child.class, place.toString(), String.valueOf(n)))
                    .as("exit of the child killed at change %d", n)
                    .isEqualTo(FaultFileSystem.HALTED);

            assertThat(byKey(table.read())).as("killed at %d", n).isIn(afterOld(), afterBoth());
            assertNextRunSucceedsAndCleans(table, place, "killed at " + n);
        }
    }

    private int changesOfAPublication() {
        ParquetTable table = table(spark, folder.resolve("count"));
        table.publish(OLD, rows(spark, OLD));
        return EveryFault.changes(() -> table.publish(NEW, rows(spark, NEW)));
    }

    private void assertNextRunSucceedsAndCleans(ParquetTable table, Path place, String when) throws IOException {
        table.publish(NEW, rows(spark, NEW));
        table.publish(NEW, rows(spark, NEW));
        assertThat(byKey(table.read())).as(when).isEqualTo(afterBoth());
        try (Stream<Path> data = Files.list(place.resolve("data"))) {
            assertThat(data).as("data folders, %s", when).hasSize(2);
        }
        assertThat(place.resolve("_pdm/staged")).as(when).isEmptyDirectory();
    }

    private static Map<String, String> afterOld() {
        return Map.of("m@0", "old", "m@1", "old", "m@2", "old", "m@3", "old");
    }

    private static Map<String, String> afterBoth() {
        return Map.of("m@0", "old", "m@1", "old", "m@2", "new", "m@3", "new", "m@4", "new", "m@5", "new");
    }

    private static ParquetTable table(SparkSession spark, Path place) {
        return ParquetTable.at(spark, "fault://" + place).abandonedAfter(Duration.ZERO);
    }

    /** Publishes the new batch and dies at a change on disk. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            SparkSession spark = LocalSpark.session();
            EveryFault.install(spark);
            ParquetTable table = table(spark, Path.of(args[0]));
            FaultFileSystem.failAt(Integer.parseInt(args[1]), Fault.HALT);
            table.publish(NEW, rows(spark, NEW));
        }
    }
}
