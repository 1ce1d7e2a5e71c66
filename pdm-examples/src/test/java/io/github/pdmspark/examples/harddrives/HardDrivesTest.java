package io.github.pdmspark.examples.harddrives;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.evaluation.EventCounts;
import io.github.pdmspark.testing.DataFolder;
import io.github.pdmspark.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class HardDrivesTest {

    private static final String[] CELLS = {
        "Which raw SMART columns have values on the training days?",
        "12 of 17 raw columns have no value at all.",
        "How many rows does each table have, and what became of them?",
        "Which rows can be used, and why not the others?",
        "Which candidate finds most failures from 2013-04-18T12:00:00Z on",
        "Which features does the model use most?",
        "How many failing drives does looking at ",
        "How many failing drives does a larger budget find?",
        "Which drives failed, and which were announced?",
        "What did it take?"
    };

    private final SparkSession spark;

    @TempDir
    private Path folder;

    HardDrivesTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void simulatedDrivesFillEveryCellAndWearingOnesAreFound() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        BudgetVerdict verdict = run(Optional.empty(), 0.05, printed);

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(CELLS);
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<svg")
                .doesNotContain("<script");
        EventCounts counts = verdict.metrics().counts();
        assertThat(counts.failures()).isEqualTo(verdict.drives().size()).isGreaterThan(5);
        // Two of three failing drives wear before: far more than the 5 % that chance finds, and never all.
        assertThat((double) counts.detected() / counts.failures()).isGreaterThan(0.35);
        assertThat(verdict.drives()).anyMatch(drive -> drive.outcome().equals("MISSED"));
        Dataset<Row> scores = spark.read().parquet(folder.resolve("scores").toString());
        assertThat(scores.where("as_of < timestamp '2013-04-24'").count()).isZero();
        assertThat(ModelBundle.load(spark, folder.resolve("model").toString())
                        .target()
                        .components())
                .containsExactly("drive");
    }

    /** The figure that {@code docs/explanation/hard-drives.md} names. */
    @Test
    void realDrivesAtOnePercentADay() throws IOException {
        Path data = Path.of(DataFolder.named("backblaze-2013"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        BudgetVerdict verdict = run(Optional.of(data), 0.01, printed);

        System.out.println(printed.toString(StandardCharsets.UTF_8));
        assertThat(verdict.metrics().counts().failures()).isEqualTo(15);
        assertThat(verdict.metrics().counts().detected()).isGreaterThanOrEqualTo(11);
    }

    private BudgetVerdict run(Optional<Path> data, double budget, ByteArrayOutputStream printed) throws IOException {
        Settings settings = new Settings(
                data,
                folder,
                Instant.parse("2013-04-18T12:00:00Z"),
                Instant.parse("2013-04-24T00:00:00Z"),
                budget,
                1_500,
                7);
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            return new HardDrives(spark, settings, out).run();
        }
    }
}
