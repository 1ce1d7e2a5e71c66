package io.github.pdmspark.publication;

import static io.github.pdmspark.publication.Scores.batch;
import static io.github.pdmspark.publication.Scores.byKey;
import static io.github.pdmspark.publication.Scores.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.increment.TrainedModels;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.hdfs.protocol.HdfsConstants.SafeModeAction;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Promises R6, R7, R9 and R10 on a real HDFS: a name node and a data node in this JVM. */
@ExtendWith(LocalSpark.class)
@Tag("slow")
class HdfsTest {

    private static final Batch OLD = batch("old", "m", 0, 4);
    private static final Batch NEW = batch("new", "m", 2, 6);
    private static final int PUBLISHERS = 5;

    private static MiniDFSCluster hdfs;

    private final SparkSession spark;

    HdfsTest(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        hdfs = new MiniDFSCluster.Builder(new Configuration(), folder.toFile())
                .numDataNodes(1)
                .build();
        hdfs.waitActive();
    }

    @AfterAll
    static void stop() {
        hdfs.shutdown();
    }

    @Test
    void batchesReplaceTheirRangeAndComeOnce() {
        ParquetTable table = table("batches");
        table.publish(OLD, rows(spark, OLD));
        table.publish(NEW, rows(spark, NEW));
        Publication again = table.publish(NEW, rows(spark, NEW));

        assertThat(again).isEqualTo(new Publication(Publication.Outcome.ALREADY_THERE, 2, 4));
        assertThat(byKey(table.read()))
                .containsEntry("m@1", "old")
                .containsEntry("m@2", "new")
                .hasSize(6);
    }

    /** A name node in safe mode answers every question and refuses every change. */
    @Test
    void nameNodeThatRefusesChangesLeavesWhatWasThere() throws IOException {
        ParquetTable table = table("refused");
        table.publish(OLD, rows(spark, OLD));
        hdfs.getFileSystem().setSafeMode(SafeModeAction.SAFEMODE_ENTER);
        try {
            assertThatThrownBy(() -> table.publish(NEW, rows(spark, NEW)))
                    .isInstanceOfSatisfying(PublishException.class, e -> assertThat(e.condition())
                            .isEqualTo(ErrorCondition.PDM_PUBLISH_FAILED));
            assertThat(byKey(table.read())).hasSize(4).doesNotContainValue("new");
        } finally {
            hdfs.getFileSystem().setSafeMode(SafeModeAction.SAFEMODE_LEAVE);
        }
        table.publish(NEW, rows(spark, NEW));
        assertThat(byKey(table.read())).hasSize(6);
    }

    @Test
    void publishersThatMeetWinOrConflict() throws Exception {
        PublishedFolder folder = folder("meeting");
        ExecutorService threads = Executors.newFixedThreadPool(PUBLISHERS);
        List<Callable<String>> publishers = new ArrayList<>();
        for (int i = 0; i < 5 * PUBLISHERS; i++) {
            String batch = "batch" + i;
            publishers.add(() -> orConflict(batch, folder));
        }
        List<String> results = new ArrayList<>();
        for (Future<String> result : threads.invokeAll(publishers)) {
            results.add(result.get());
        }
        threads.shutdown();

        results.removeIf("conflict"::equals);
        assertThat(folder.list())
                .extracting(PublishedVersion::batch)
                .hasSizeGreaterThanOrEqualTo(5)
                .containsExactlyInAnyOrderElementsOf(results);
    }

    private String orConflict(String batch, PublishedFolder folder) {
        try {
            folder.publish(batch, "v1", TextFiles.writer(spark, batch));
            return batch;
        } catch (PublishException e) {
            assertThat(e.condition()).isEqualTo(ErrorCondition.PDM_PUBLISH_CONFLICT);
            return "conflict";
        }
    }

    @Test
    void readerKeepsItsVersionOfAFolder() throws IOException {
        PublishedFolder folder = folder("read").keepingVersions(2);
        PublishedVersion first = folder.publish("a", "v1", TextFiles.writer(spark, "a"));
        org.apache.hadoop.fs.Path page = new org.apache.hadoop.fs.Path(first.path(), "page.html");
        try (InputStream reading = hdfs.getFileSystem().open(page)) {
            assertThat(reading.read()).isEqualTo('p');
            folder.publish("b", "v1", TextFiles.writer(spark, "b"));
            folder.publish("c", "v1", TextFiles.writer(spark, "c"));
            assertThat(new String(reading.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("age of a");
        }
        assertThat(folder.list()).extracting(PublishedVersion::batch).containsExactly("b", "c");
    }

    @Test
    void modelIsSavedCheckedAndLoaded(@TempDir Path fleet) throws IOException {
        ModelBundle model = TrainedModels.small(spark, fleet.resolve("fleet"));
        PublishedVersion version = folder("model").publish("m", model.fingerprint(), model::save);
        ModelBundle loaded = ModelBundle.load(spark, version.path());
        assertThat(loaded.modelId()).isEqualTo(model.modelId());
        assertThat(loaded.fingerprint()).isEqualTo(model.fingerprint());
    }

    @Test
    void reportIsReplacedAsAWhole() throws IOException {
        String page = hdfs.getURI() + "/reports/page.html";
        WholeFile.write(spark, page, "old");
        WholeFile.write(spark, page, "new");
        try (InputStream reading = hdfs.getFileSystem().open(new org.apache.hadoop.fs.Path(page))) {
            assertThat(new String(reading.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("new");
        }
    }

    private ParquetTable table(String name) {
        return ParquetTable.at(spark, hdfs.getURI() + "/" + name);
    }

    private PublishedFolder folder(String name) {
        return PublishedFolder.at(spark, hdfs.getURI() + "/" + name);
    }
}
