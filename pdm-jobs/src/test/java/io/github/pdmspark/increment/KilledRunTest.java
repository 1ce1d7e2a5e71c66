package io.github.pdmspark.increment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.publication.ParquetTable;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A JVM that halts at a border of a run leaves the old rows or the new ones; the same run again ends the same way. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunTest {

    private final SparkSession spark;
    private Path folder;
    private SmallFleet fleet;

    KilledRunTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeAll
    void simulate(@TempDir Path directory) {
        folder = directory;
        fleet = SmallFleet.create(spark, folder);
        fleet.scoring("clean").build().run(SmallFleet.days().get(0));
        fleet.scoring("clean").build().run(SmallFleet.days().get(1));
    }

    @ParameterizedTest
    @EnumSource(RunStep.class)
    void sameRunAfterTheHaltEndsLikeOneThatWasNotKilled(RunStep step) throws IOException, InterruptedException {
        String name = step.name();
        fleet.scoring(name).build().run(SmallFleet.days().get(0));
        List<String> before = fleet.rows(name);

        HaltingJvm.run(folder.resolve(name + ".log"), Child.class, folder.toString(), name, step.name());
        boolean published = step.compareTo(RunStep.COMMITTED) >= 0;
        assertThat(fleet.rows(name)).isEqualTo(published ? fleet.rows("clean") : before);
        assertThat(fleet.ledger(name).entries()).hasSize(step == RunStep.RECORDED ? 2 : 1);

        fleet.scoring(name).build().run(SmallFleet.days().get(1));
        assertThat(fleet.rows(name)).isEqualTo(fleet.rows("clean"));
        try (Stream<Path> versions = Files.list(Path.of(fleet.path(name), "_pdm/versions"))) {
            assertThat(versions.filter(file -> !file.toString().endsWith(".crc")))
                    .hasSize(2);
        }
    }

    /** The second day in a JVM of its own, which ends at a border. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            SparkSession spark = LocalSpark.session();
            SmallFleet fleet = new SmallFleet(spark, Path.of(arguments[0]));
            ParquetTable table = fleet.table(arguments[1]);
            IncrementalScoring.of(fleet.scorer(), fleet::history, table)
                    .ledger(fleet.ledger(arguments[1]))
                    .watchedBy(HaltingJvm.at(RunStep.valueOf(arguments[2])))
                    .build()
                    .run(SmallFleet.days().get(1));
        }
    }
}
