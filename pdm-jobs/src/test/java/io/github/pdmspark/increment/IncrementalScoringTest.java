package io.github.pdmspark.increment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.ledger.LedgerEntry;
import io.github.pdmspark.ledger.LedgerEntry.Outcome;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncrementalScoringTest {

    private static final Duration TOLERANCE = Duration.ofDays(2);

    private final SparkSession spark;
    private SmallFleet fleet;

    IncrementalScoringTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeAll
    void simulate(@TempDir Path folder) {
        fleet = SmallFleet.create(spark, folder);
        fleet.scoring("batch").build().run(SmallFleet.WEEK);
    }

    @Test
    void daysAreTheBatchBitForBit() {
        IncrementalScoring scoring = fleet.scoring("days").build();
        SmallFleet.days().forEach(scoring::run);
        assertThat(fleet.rows("days")).hasSize(8 * 4 * 4).isEqualTo(fleet.rows("batch"));
        assertThat(fleet.ledger("days").watermark("scores", fleet.scorer().modelId()))
                .contains(SmallFleet.WEEK.end());
    }

    @Test
    void sameRunAgainChangesNoFileOfTheTable() throws IOException {
        IncrementalScoring scoring =
                fleet.scoring("again").lateTolerance(TOLERANCE).build();
        List<LedgerEntry> first = SmallFleet.days().stream().map(scoring::run).toList();
        List<String> files = files("again");
        List<LedgerEntry> second = SmallFleet.days().stream().map(scoring::run).toList();

        assertThat(files("again")).isEqualTo(files);
        assertThat(first).extracting(LedgerEntry::outcome).containsOnly(Outcome.PUBLISHED);
        assertThat(second).extracting(LedgerEntry::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(second)
                .extracting(LedgerEntry::rows)
                .isEqualTo(first.stream().map(LedgerEntry::rows).toList());
    }

    @Test
    void tableThatWasLostIsWrittenAgain() throws IOException {
        IncrementalScoring scoring = fleet.scoring("lost").build();
        TimeRange day = SmallFleet.days().get(0);
        scoring.run(day);
        fleet.table("lost")
                .publish(
                        new io.github.pdmspark.publication.Batch(
                                "gone", fleet.scorer().modelId(), day, "x"),
                        fleet.table("lost").read().limit(3));
        assertThat(scoring.run(day).outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(fleet.rows("lost")).hasSize(8 * 4);
    }

    @Test
    void runReadsItsLookBackOnlyAndWritesItsTolerance() {
        List<TimeRange> read = new ArrayList<>();
        IncrementalScoring scoring = IncrementalScoring.of(
                        fleet.scorer(),
                        range -> {
                            read.add(range);
                            return fleet.history(range);
                        },
                        fleet.table("plan"))
                .lateTolerance(TOLERANCE)
                .lookBack(Duration.ofDays(3))
                .build();
        TimeRange day = TimeRange.of("2015-02-12", "2015-02-13");
        LedgerEntry entry = scoring.run(day);

        assertThat(read).containsExactly(TimeRange.of("2015-02-07", "2015-02-13"));
        assertThat(entry.writtenFrom()).isEqualTo(Instant.parse("2015-02-10T00:00:00Z"));
        assertThat(entry.inputRows().get("telemetry")).isBetween(8L * 24 * 5, 8L * 24 * 6);
        assertThat(entry.rows()).isEqualTo(8 * 4 * 3);
    }

    @Test
    void lateReadingsWithinTheToleranceAreInTheScores() {
        SmallFleet late = fleet.withTelemetry("early");
        String missing = "machineID <= 3 and datetime >= '2015-02-11 04:00' and datetime < '2015-02-11 22:00'";
        write("early", "not (" + missing + ")");
        IncrementalScoring scoring =
                late.scoring("late").lateTolerance(TOLERANCE).build();
        scoring.run(SmallFleet.days().get(0));
        scoring.run(SmallFleet.days().get(1));
        List<String> right = fleet.rows("batch").stream()
                .filter(row -> row.contains("2015-02-10") || row.contains("2015-02-11"))
                .toList();
        assertThat(sinceTheFirstRun(late)).hasSameSizeAs(right).isNotEqualTo(right);

        write("early", missing);
        scoring.run(SmallFleet.days().get(2));
        scoring.run(SmallFleet.days().get(3));
        assertThat(sinceTheFirstRun(late)).isEqualTo(fleet.rows("batch"));
    }

    /** The first run also scores the days of the tolerance before it. */
    private static List<String> sinceTheFirstRun(SmallFleet late) {
        return late.rows("late").stream()
                .filter(row -> !row.contains("2015-02-08") && !row.contains("2015-02-09"))
                .toList();
    }

    private void write(String folder, String which) {
        fleet.telemetry().where(which).write().mode(SaveMode.Append).parquet(fleet.path(folder));
    }

    @Test
    void rangeWithoutEndIsRefused() {
        assertThatThrownBy(() -> fleet.scoring("none").build().run(TimeRange.from("2015-02-10")))
                .hasMessageContaining("needs a range with an end");
    }

    @Test
    void lastReadingCompletesTheGridTimesBeforeIt() {
        Instant last = Instant.parse("2015-02-10T11:00:00Z");
        Duration hour = Duration.ofHours(1);
        assertThat(ScoringPlan.completeUntil(last, hour, Duration.ofHours(6), Duration.ZERO))
                .isEqualTo(Instant.parse("2015-02-10T18:00:00Z"));
        assertThat(ScoringPlan.completeUntil(last.minus(hour), hour, Duration.ofHours(6), Duration.ZERO))
                .isEqualTo(Instant.parse("2015-02-10T12:00:00Z"));
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of(fleet.path(name)))) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> file + " " + file.toFile().lastModified() + " "
                            + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void ledgerFindsWhatRan() {
        IncrementalScoring scoring =
                fleet.scoring("ledger").specFingerprint("s").build();
        LedgerEntry entry = scoring.run(SmallFleet.days().get(1));
        assertThat(fleet.ledger("ledger").entries()).containsExactly(entry);
        assertThat(fleet.ledger("ledger").find(entry.fingerprint())).contains(entry);
        assertThat(fleet.ledger("ledger").watermark("scores", "another")).isEqualTo(Optional.empty());
    }
}
