package io.github.pdmspark.publication;

import static io.github.pdmspark.publication.Scores.batch;
import static io.github.pdmspark.publication.Scores.byKey;
import static io.github.pdmspark.publication.Scores.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.testing.LocalSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Promise R9: of publishers that meet, each either publishes or is told of a conflict; nothing is lost silently. */
@ExtendWith(LocalSpark.class)
@Tag("slow")
class ConcurrentPublishTest {

    private static final int PUBLISHERS = 5;
    private static final int ROUNDS = 10;

    private final SparkSession spark;

    @TempDir
    private Path folder;

    ConcurrentPublishTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void sameRangeIsWonOrConflicts() throws Exception {
        List<String> results = publishTogether((publisher, round) -> batch(publisher + "-" + round, "m", 0, 3));

        assertThat(results).hasSize(PUBLISHERS * ROUNDS);
        long won = results.stream().filter(result -> !result.equals("conflict")).count();
        assertThat(won).isGreaterThanOrEqualTo(ROUNDS);
        assertThat(numbers()).hasSize(10).last().isEqualTo(won);
        assertThat(byKey(table().read()).values().stream().distinct())
                .hasSize(1)
                .isSubsetOf(results);
    }

    @Test
    void differentRangesAllWin() throws Exception {
        List<String> results = publishTogether(
                (publisher, round) -> batch(publisher + "-" + round, "m", 10 * publisher, 10 * publisher + 2));

        assertThat(results).doesNotContain("conflict").hasSize(PUBLISHERS * ROUNDS);
        assertThat(numbers()).last().isEqualTo((long) PUBLISHERS * ROUNDS);
        assertThat(byKey(table().read())).hasSize(2 * PUBLISHERS);
    }

    @Test
    void folderIsWonOrConflicts() throws Exception {
        PublishedFolder models = PublishedFolder.at(spark, folder.resolve("m").toString());
        List<String> results = together((publisher, round) -> {
            String batch = publisher + "-" + round;
            return orConflict(batch, () -> models.publish(batch, "v1", TextFiles.writer(spark, batch)));
        });

        List<String> published =
                models.list().stream().map(PublishedVersion::batch).toList();
        assertThat(results).hasSize(PUBLISHERS * ROUNDS);
        assertThat(published)
                .hasSizeGreaterThanOrEqualTo(ROUNDS)
                .containsExactlyInAnyOrderElementsOf(results.stream()
                        .filter(result -> !result.equals("conflict"))
                        .toList());
        for (PublishedVersion version : models.list()) {
            assertThat(TextFiles.in(version)).isEqualTo(TextFiles.of(version.batch()));
        }
    }

    private interface Work {
        Batch of(int publisher, int round);
    }

    private interface Turn {
        String take(int publisher, int round);
    }

    /** The id of each batch that was published, {@code conflict} for each that was not. */
    private List<String> publishTogether(Work work) throws Exception {
        return together((publisher, round) -> {
            Batch batch = work.of(publisher, round);
            return orConflict(batch.id(), () -> table().publish(batch, rows(spark, batch)));
        });
    }

    private static List<String> together(Turn turn) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PUBLISHERS);
        CyclicBarrier together = new CyclicBarrier(PUBLISHERS);
        List<Future<List<String>>> futures = new ArrayList<>();
        for (int i = 0; i < PUBLISHERS; i++) {
            int publisher = i;
            futures.add(threads.submit(() -> {
                List<String> results = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    together.await();
                    results.add(turn.take(publisher, round));
                }
                return results;
            }));
        }
        List<String> all = new ArrayList<>();
        for (Future<List<String>> future : futures) {
            all.addAll(future.get());
        }
        threads.shutdown();
        return all;
    }

    private static String orConflict(String batch, Runnable publication) {
        try {
            publication.run();
            return batch;
        } catch (PublishException e) {
            assertThat(e.condition()).isEqualTo(ErrorCondition.PDM_PUBLISH_CONFLICT);
            assertThat(e).hasMessageContaining("same range meanwhile");
            return "conflict";
        }
    }

    private List<Long> numbers() throws Exception {
        return new VersionLog<>(StoreFolder.at(spark, folder.resolve("t").toString()), TableVersion.class).numbers();
    }

    private ParquetTable table() {
        return ParquetTable.at(spark, folder.resolve("t").toString());
    }
}
