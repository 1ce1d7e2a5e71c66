package io.github.pdmspark.increment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.publication.ParquetTable;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

    private static final int HALTED = 78;

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

        assertThat(runInChild(name, step)).isEqualTo(HALTED);
        boolean published = step.compareTo(RunStep.PUBLISHED) >= 0;
        assertThat(fleet.rows(name)).isEqualTo(published ? fleet.rows("clean") : before);
        assertThat(fleet.ledger(name).entries()).hasSize(step == RunStep.RECORDED ? 2 : 1);

        fleet.scoring(name).build().run(SmallFleet.days().get(1));
        assertThat(fleet.rows(name)).isEqualTo(fleet.rows("clean"));
        try (Stream<Path> versions = Files.list(Path.of(fleet.path(name), "_pdm/versions"))) {
            assertThat(versions.filter(file -> !file.toString().endsWith(".crc")))
                    .hasSize(2);
        }
    }

    private int runInChild(String name, RunStep step) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-Duser.timezone=UTC"));
        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
        command.addAll(List.of(folder.toString(), name, step.name()));
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        if (child.exitValue() != HALTED) {
            throw new AssertionError(Files.readString(folder.resolve(name + ".log")));
        }
        return child.exitValue();
    }

    /** The second day in a JVM of its own, which ends at a border. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            SparkSession spark = LocalSpark.session();
            SmallFleet fleet = new SmallFleet(spark, Path.of(arguments[0]));
            ParquetTable table = fleet.table(arguments[1]);
            RunStep last = RunStep.valueOf(arguments[2]);
            IncrementalScoring.of(fleet.scorer(), fleet::history, table)
                    .ledger(fleet.ledger(arguments[1]))
                    .watchedBy(step -> {
                        if (step == last) {
                            Runtime.getRuntime().halt(HALTED);
                        }
                    })
                    .build()
                    .run(SmallFleet.days().get(1));
        }
    }
}
