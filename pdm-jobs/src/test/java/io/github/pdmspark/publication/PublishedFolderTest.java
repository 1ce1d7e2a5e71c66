package io.github.pdmspark.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.PublishException;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Promises R6, R7, R9 and R10 for folders of files. */
@ExtendWith(LocalSpark.class)
class PublishedFolderTest {

    private final SparkSession spark;

    @TempDir
    private Path root;

    PublishedFolderTest(SparkSession spark) {
        this.spark = spark;
    }

    private PublishedFolder folder() {
        return PublishedFolder.at(spark, root.resolve("f").toString());
    }

    private PublishedVersion publish(String batch) {
        return folder().publish(batch, "v1", TextFiles.writer(spark, batch));
    }

    @Test
    void sameBatchIsPublishedOnce() throws IOException {
        PublishedVersion first = publish("a");
        assertThat(publish("a")).isEqualTo(first);
        assertThat(folder().list()).containsExactly(first);
        assertThat(TextFiles.in(first)).isEqualTo(TextFiles.of("a"));
    }

    @Test
    void anotherFingerprintIsAnotherVersion() {
        publish("a");
        PublishedVersion second = folder().publish("a", "v2", TextFiles.writer(spark, "a again"));
        assertThat(second.number()).isEqualTo(2);
        assertThat(folder().latest()).contains(second);
    }

    @Test
    void earlierVersionsStayReadableByTheirNumber() throws IOException {
        publish("a");
        publish("b");
        assertThat(publish("a").number()).isEqualTo(3);
        assertThat(TextFiles.in(folder().version(2))).isEqualTo(TextFiles.of("b"));
        assertThatThrownBy(() -> folder().version(4))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("has no version 4")
                .hasMessageContaining("[1, 2, 3]");
    }

    @Test
    void readerKeepsItsVersion() throws IOException {
        PublishedVersion first = publish("a");
        Path page = Path.of(URI.create(first.path()).getPath(), "page.html");
        try (InputStream reading = Files.newInputStream(page)) {
            assertThat(reading.read()).isEqualTo('p');
            for (int i = 0; i < 20; i++) {
                publish("b" + i);
            }
            assertThat(new String(reading.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("age of a");
        }
        assertThat(TextFiles.in(first)).isEqualTo(TextFiles.of("a"));
        assertThat(folder().list()).hasSize(21);
    }

    @Test
    void publicationThatWasOvertakenIsAConflict() throws IOException {
        publish("a");
        assertThatThrownBy(() -> folder().publish("c", "v1", path -> publish("b")))
                .isInstanceOfSatisfying(PublishException.class, e -> assertThat(e.condition())
                        .isEqualTo(ErrorCondition.PDM_PUBLISH_CONFLICT))
                .hasMessageContaining("batch 'b' was published");
        assertThat(folder().latest().orElseThrow().batch()).isEqualTo("b");
        assertThat(dataFolders()).hasSize(2);
    }

    @Test
    void writerThatFailsLeavesNothing() throws IOException {
        publish("a");
        assertThatThrownBy(() -> folder().publish("b", "v1", path -> {
                    TextFiles.writer(spark, "b").accept(path);
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(folder().latest().orElseThrow().batch()).isEqualTo("a");
        assertThat(dataFolders()).hasSize(1);
    }

    @Test
    void oldVersionsAndLeftOversGo() throws IOException {
        PublishedFolder two = folder().keepingVersions(2).abandonedAfter(Duration.ZERO);
        Files.createDirectories(root.resolve("f/data/dead"));
        for (String batch : new String[] {"a", "b", "c"}) {
            two.publish(batch, "v1", TextFiles.writer(spark, batch));
        }
        two.publish("c", "v1", TextFiles.writer(spark, "c"));
        assertThat(two.list()).extracting(PublishedVersion::number).containsExactly(2L, 3L);
        assertThat(dataFolders()).hasSize(2);
    }

    @Test
    void folderOfSomebodyElseIsLeftAlone() throws IOException {
        Files.createDirectories(root.resolve("f"));
        Files.writeString(root.resolve("f/thesis.txt"), "ten years of work");
        assertThatThrownBy(() -> publish("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds 'thesis.txt'");
        assertThat(root.resolve("f")).isDirectoryNotContaining("glob:**{data,_pdm}");
    }

    @Test
    void versionThatNamesAFolderOutsideIsRefused() throws IOException {
        publish("a");
        Path version = root.resolve("f/_pdm/versions/00000000000000000001.json");
        Files.writeString(
                version,
                Files.readString(version).replaceAll("data/[^\"]*", "data/../../other"),
                StandardCharsets.UTF_8);
        assertThatThrownBy(() -> folder().latest())
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("no folder of published data");
    }

    private Stream<Path> dataFolders() throws IOException {
        try (Stream<Path> data = Files.list(root.resolve("f/data"))) {
            return data.toList().stream();
        }
    }
}
