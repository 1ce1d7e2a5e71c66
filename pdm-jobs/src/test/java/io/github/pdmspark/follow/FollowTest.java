package io.github.pdmspark.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import io.github.pdmspark.increment.HaltingJvm;
import io.github.pdmspark.increment.SmallFleet;
import io.github.pdmspark.job.JobContext;
import io.github.pdmspark.job.JobResult;
import io.github.pdmspark.job.ScoreJob;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scores that follow records as they land, some of them late, end as the scores of one run over all records. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowTest {

    private static final Instant FROM = Instant.parse("2015-02-10T00:00:00Z");
    private static final Instant END = Instant.parse("2015-02-13T06:00:00Z"); // the last reading completes midnight
    private static final Duration STEP = Duration.ofHours(6);
    private static final Duration LOOK_BACK = Duration.ofDays(2);
    private static final String LATE =
            "machineID in (2, 5) and datetime >= '2015-02-10 07:00' and datetime < '2015-02-10 09:00'";

    private final SparkSession spark;
    private Path folder;
    private SmallFleet fleet;

    FollowTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeAll
    void simulateAndFollowTwoDays(@TempDir Path directory) {
        folder = directory;
        fleet = SmallFleet.create(spark, folder);
        fleet.scoring("batch").build().run(new TimeRange(FROM, END));
        fleet.land("datetime < '2015-02-11' and not (" + LATE + ")");
        assertThat(follow("scores").values()).containsEntry("scored_again", 0L);
        fleet.land("datetime >= '2015-02-11' and datetime < '2015-02-12'");
        assertThat(follow("scores").values())
                .containsEntry("from", "2015-02-11T06:00:00Z")
                .containsEntry("to", "2015-02-12T06:00:00Z");
        copy("scores", "CHANGED", "COMPLETED");
        fleet.land("datetime >= '2015-02-12' and datetime < '2015-02-13' or " + LATE);
    }

    @Test
    void lateRecordsScoreAgainExactlyWhatTheyTouch() throws IOException {
        Set<String> before = new TreeSet<>(fleet.rows("scores"));
        JobResult result = follow("scores");
        assertThat(fleet.rows("scores")).isEqualTo(fleet.rows("batch"));
        assertThat(result.values())
                .containsEntry("scored_again", (long) touched().size())
                .containsEntry("to", END.toString());
        before.removeAll(fleet.rows("batch"));
        assertThat(before).as("the late records mattered").isNotEmpty();
        assertThat(touchedOf("scores")).isEqualTo(touched());

        List<String> files = files("scores");
        follow("scores");
        assertThat(files("scores")).as("nothing came").isEqualTo(files);

        forgetLastCommit("scores");
        assertThat((long) follow("scores").values().get("scored_again"))
                .as("the last micro-batch came again")
                .isPositive();
        assertThat(fleet.rows("scores")).isEqualTo(fleet.rows("batch"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FollowStep.class,
            names = {"CHANGED", "COMPLETED"})
    void runThatWasKilledIsContinued(FollowStep step) throws IOException, InterruptedException {
        String name = step.name();
        HaltingJvm.run(folder.resolve(name + ".log"), Child.class, folder.toString(), name);
        follow(name);
        assertThat(fleet.rows(name)).isEqualTo(fleet.rows("batch"));
        assertThat(folder.resolve(name + "-following/marks")).isEmptyDirectory();
    }

    private JobResult follow(String name) {
        return follow(spark, landed(), name, step -> {});
    }

    private static JobResult follow(SparkSession spark, SmallFleet landed, String name, Consumer<FollowStep> watcher) {
        Map<String, String> sinks = Map.of(
                "sinks.scores",
                "{kind: parquet, path: " + landed.path(name) + "}",
                "sinks.ledger",
                landed.path(name + "-ledger"),
                "sinks.following",
                landed.path(name + "-following"));
        JobContext context = new JobContext(spark, landed.document(sinks), step -> {}, Clock.systemUTC());
        return ScoreJob.follow(context, Optional.of(FROM), Instant.parse("2015-03-01T00:00:00Z"), watcher);
    }

    private SmallFleet landed() {
        return fleet.withRecords("landing");
    }

    /** From the rule alone: readings count while the look-back reaches them, events for ever. */
    private Set<String> touched() {
        Set<String> pairs = new TreeSet<>();
        for (String table : List.of("telemetry", "errors", "maint", "failures")) {
            for (Row row : spark.read()
                    .parquet(fleet.path("data/" + table))
                    .where(LATE)
                    .collectAsList()) {
                Instant event = row.getTimestamp(row.fieldIndex("datetime")).toInstant();
                Instant last = table.equals("telemetry") ? event.plus(LOOK_BACK) : Instant.MAX;
                for (Instant time = FROM;
                        time.isBefore(Instant.parse("2015-02-12T06:00:00Z"));
                        time = time.plus(STEP)) {
                    if (time.isAfter(event) && !time.isAfter(last)) {
                        pairs.add(row.get(row.fieldIndex("machineID")) + " " + time);
                    }
                }
            }
        }
        return pairs;
    }

    /** The pairs of the latest run that scored again. */
    private Set<String> touchedOf(String name) {
        String again = fleet.ledger(name).entries().stream()
                .filter(entry -> entry.batch().equals("scores again"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .runId();
        Set<String> pairs = new TreeSet<>();
        for (Row row :
                fleet.table(name).read().where("run_id = '" + again + "'").collectAsList()) {
            pairs.add(row.getString(row.fieldIndex("machine_id")) + " "
                    + row.getTimestamp(row.fieldIndex("as_of")).toInstant());
        }
        return pairs;
    }

    private void forgetLastCommit(String name) throws IOException {
        Path commits = folder.resolve(name + "-following/checkpoints/telemetry/commits");
        try (Stream<Path> all = Files.list(commits)) {
            Path last = all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .max(Comparator.comparing(
                            file -> Integer.parseInt(file.getFileName().toString())))
                    .orElseThrow();
            Files.delete(last);
            Files.deleteIfExists(commits.resolve("." + last.getFileName() + ".crc"));
        }
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve(name))) {
            return walk.map(file -> file + " " + file.toFile().lastModified())
                    .sorted()
                    .toList();
        }
    }

    private void copy(String name, String... copies) {
        for (String part : List.of("", "-ledger", "-following")) {
            Path source = folder.resolve(name + part);
            for (Path file : MoreFiles.fileTraverser().depthFirstPreOrder(source)) {
                for (String copy : copies) {
                    try {
                        Files.copy(file, folder.resolve(copy + part).resolve(source.relativize(file)));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }
            }
        }
    }

    /** The third day in a JVM of its own, which ends at a border. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            SparkSession spark = LocalSpark.session();
            SmallFleet landed = new SmallFleet(spark, Path.of(arguments[0])).withRecords("landing");
            FollowStep last = FollowStep.valueOf(arguments[1]);
            follow(spark, landed, arguments[1], HaltingJvm.at(last));
        }
    }
}
