package io.github.pdmspark.publication;

import static io.github.pdmspark.publication.Scores.batch;
import static io.github.pdmspark.publication.Scores.byKey;
import static io.github.pdmspark.publication.Scores.hours;
import static io.github.pdmspark.publication.Scores.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.publication.Publication.Outcome;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class ParquetTableTest {

    private final SparkSession spark;

    @TempDir
    private Path folder;

    ParquetTableTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void sameBatchIsPublishedOnce() throws IOException {
        Batch batch = batch("day 1", "m", 0, 24);
        assertThat(table().publish(batch, rows(spark, batch))).isEqualTo(new Publication(Outcome.PUBLISHED, 1, 24));
        List<String> files = files();

        assertThat(table().publish(batch, rows(spark, batch))).isEqualTo(new Publication(Outcome.ALREADY_THERE, 1, 24));
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void anotherFingerprintReplacesTheRows() {
        Batch first = batch("day 1", "m", 0, 24);
        table().publish(first, rows(spark, first));
        Batch second = new Batch("day 1", "m", hours(0, 24), "v2");

        assertThat(table().publish(second, rows(spark, second).limit(3)).version())
                .isEqualTo(2);
        assertThat(byKey(table().read())).hasSize(3);
    }

    @Test
    void batchAgainAfterAnotherOneReplacedPartOfItIsPublishedAgain() {
        Batch first = batch("first", "m", 0, 24);
        Batch second = batch("second", "m", 12, 36);
        table().publish(first, rows(spark, first));
        table().publish(second, rows(spark, second));

        assertThat(table().publish(first, rows(spark, first)).outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(byKey(table().read()))
                .hasSize(36)
                .containsEntry("m@23", "first")
                .containsEntry("m@24", "second");
    }

    @Test
    void mergeReplacesKeysAndLeavesTheOthers() {
        Batch day = batch("day", "m", 0, 24);
        Batch other = batch("day", "other", 0, 24);
        table().publish(day, rows(spark, day));
        table().publish(other, rows(spark, other));
        Batch touched = batch("touched", "m", 3, 30);
        Dataset<Row> changed =
                rows(spark, touched).where("hour(as_of) % 6 = 3"); // hours 3, 9, 15, 21 and 27 of [3, 30)

        assertThat(table().merge(touched, changed)).isEqualTo(new Publication(Outcome.PUBLISHED, 3, 22));
        Map<String, String> found = byKey(table().read());
        assertThat(found).hasSize(49).containsEntry("m@0", "day").containsEntry("m@4", "day");
        assertThat(found).containsEntry("other@3", "day");
        assertThat(found.entrySet().stream().filter(row -> row.getValue().equals("touched")))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("m@3", "m@9", "m@15", "m@21", "m@27");
    }

    @Test
    void sameMergeAgainChangesNothing() throws IOException {
        Batch day = batch("day", "m", 0, 24);
        table().publish(day, rows(spark, day));
        Batch touched = batch("touched", "m", 3, 4);
        table().merge(touched, rows(spark, touched));
        List<String> files = files();

        assertThat(table().merge(touched, rows(spark, touched)))
                .isEqualTo(new Publication(Outcome.ALREADY_THERE, 2, 1));
        assertThat(files()).isEqualTo(files);
        assertThat(files).noneMatch(name -> name.contains("/changed/"));
    }

    @Test
    void publicationThatWasOvertakenInItsRangeIsAConflict() {
        Batch day = batch("day", "m", 0, 24);
        assertThatThrownBy(() -> overtaken(day, batch("other", "m", 23, 25)))
                .isInstanceOfSatisfying(PublishException.class, e -> assertThat(e.condition())
                        .isEqualTo(ErrorCondition.PDM_PUBLISH_CONFLICT))
                .hasMessageContaining("batch 'other' was published into the same range meanwhile");
        assertThat(byKey(table().read())).containsOnlyKeys("m@23", "m@24").containsValue("other");
    }

    @Test
    void publicationThatWasOvertakenElsewhereIsNone() {
        Batch day = batch("day", "m", 0, 24);
        assertThat(overtaken(day, batch("next", "m", 24, 25)).version()).isEqualTo(2);
        assertThat(overtaken(batch("again", "m", 0, 24), batch("scope", "n", 0, 24))
                        .version())
                .isEqualTo(4);
        assertThat(byKey(table().read())).hasSize(49).containsEntry("m@3", "again");
    }

    /** Publishes while somebody else publishes between its staging and its commit. */
    private Publication overtaken(Batch batch, Batch faster) {
        return table().watchedBy(step -> {
                    if (step == PublishStep.CHECKED) {
                        table().publish(faster, rows(spark, faster));
                    }
                })
                .publish(batch, rows(spark, batch));
    }

    @Test
    void anySequenceOfBatchesEqualsAMap() {
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            ParquetTable table =
                    ParquetTable.at(spark, folder.resolve("t" + seed).toString());
            Map<String, String> expected = new HashMap<>();
            for (int i = 0; i < 6; i++) {
                int from = random.nextInt(20);
                int to = from + 1 + random.nextInt(10);
                Batch batch = batch("b" + i, random.nextBoolean() ? "m" : "n", from, to);
                table.publish(batch, rows(spark, batch));
                for (int hour = from; hour < to; hour++) {
                    expected.put(batch.scope() + "@" + hour, batch.id());
                }
            }
            assertThat(byKey(table.read())).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void readerKeepsItsVersion() {
        Batch first = batch("first", "m", 0, 24);
        table().publish(first, rows(spark, first).repartition(4));
        Iterator<Row> reading = table().read().toLocalIterator();
        reading.next();
        Batch second = batch("second", "m", 0, 24);
        table().publish(second, rows(spark, second));

        int read = 1;
        while (reading.hasNext()) {
            assertThat(reading.next().getString(3)).isEqualTo("first");
            read++;
        }
        assertThat(read).isEqualTo(24);
        assertThat(byKey(table().read())).containsValue("second").doesNotContainValue("first");
    }

    @Test
    void rowsOutsideOfTheRangeAreRefused() {
        Batch batch = batch("day 1", "m", 0, 24);
        assertThatThrownBy(() -> table().publish(batch, rows(spark, batch("x", "m", 0, 25))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 of 25 rows")
                .hasMessageContaining("nothing was published");
        assertThatThrownBy(() -> table().read())
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("Nothing was published");
    }

    @Test
    void rowsWithoutTimeAreRefused() {
        Batch batch = batch("day 1", "m", 0, 24);
        assertThatThrownBy(() -> table().publish(
                                batch, rows(spark, batch).selectExpr("machine_id", "cast(null as timestamp) as as_of")))
                .hasMessageContaining("24 of 24 rows");
    }

    @Test
    void oldVersionsAndLeftOversGo() throws IOException {
        ParquetTable table = table().keepingVersions(2).abandonedAfter(Duration.ZERO);
        Files.createDirectories(folder.resolve("t/data/dead"));
        for (int i = 0; i < 4; i++) {
            Batch batch = batch("b" + i, "m", 0, 2);
            table.publish(batch, rows(spark, batch));
        }
        Batch again = batch("b3", "m", 0, 2);
        table.publish(again, rows(spark, again));
        try (Stream<Path> data = Files.list(folder.resolve("t/data"))) {
            assertThat(data).hasSize(2);
        }
        assertThat(byKey(table.read())).containsOnly(Map.entry("m@0", "b3"), Map.entry("m@1", "b3"));
    }

    @Test
    void leftOversOfARunThatMayStillBeAliveStay() throws IOException {
        Files.createDirectories(folder.resolve("t/data/alive"));
        Batch batch = batch("b", "m", 0, 2);
        table().publish(batch, rows(spark, batch));
        assertThat(folder.resolve("t/data/alive")).exists();
    }

    @Test
    void manySmallFilesBecomeFew() throws IOException {
        Batch batch = batch("b", "m", 0, 48);
        table().publish(batch, rows(spark, batch).repartition(40));
        assertThat(files().stream().filter(name -> name.endsWith(".parquet"))).hasSize(1);
        assertThat(byKey(table().read())).hasSize(48);
    }

    @Test
    void columnsOfAnotherModelAreAdded() {
        Batch first = batch("first", "m", 0, 2);
        Batch second = batch("second", "n", 0, 2);
        table().publish(first, rows(spark, first));
        table().publish(second, rows(spark, second).selectExpr("*", "0.5D as score_comp5"));
        assertThat(table().read().where("score_comp5 is null").count()).isEqualTo(2);
    }

    @Test
    void damagedVersionIsNamed() throws IOException {
        Batch batch = batch("b", "m", 0, 2);
        table().publish(batch, rows(spark, batch));
        Path version = folder.resolve("t/_pdm/versions/00000000000000000001.json");
        Files.writeString(version, Files.readString(version).replace("\"format\" : 1", "\"format\" : 9"));
        assertThatThrownBy(() -> table().read())
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("00000000000000000001.json")
                .hasMessageContaining("its format is 9");
    }

    @Test
    void objectStoreWithoutAtomicRenameIsRefused() {
        Batch batch = batch("b", "m", 0, 2);
        spark.sparkContext().hadoopConfiguration().set("fs.s3a.impl", NamedS3.class.getName());
        assertThatThrownBy(() -> ParquetTable.at(spark, "s3a://bucket/t").publish(batch, rows(spark, batch)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Write to a Delta table there");
    }

    /** A local file system under the name of an object store. */
    public static final class NamedS3 extends org.apache.hadoop.fs.RawLocalFileSystem {
        @Override
        public java.net.URI getUri() {
            return java.net.URI.create("s3a://bucket/");
        }
    }

    private ParquetTable table() {
        return ParquetTable.at(spark, folder.resolve("t").toString());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
