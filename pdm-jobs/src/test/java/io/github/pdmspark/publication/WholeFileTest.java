package io.github.pdmspark.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class WholeFileTest {

    private final SparkSession spark;

    @TempDir
    private Path folder;

    WholeFileTest(SparkSession spark) {
        this.spark = spark;
    }

    private void write(String name, String text) throws IOException {
        WholeFile.write(spark, folder.resolve(name).toString(), text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void olderFileIsReplacedAndNothingLiesBeside() throws IOException {
        write("report.html", "old");
        write("report.html", "new");
        assertThat(folder.resolve("report.html")).hasContent("new");
        assertThat(names()).containsExactly("report.html");
    }

    @Test
    void checksumOfAnOlderFileDoesNotSpeakAgainstTheNewOne() throws IOException {
        org.apache.hadoop.fs.Path file =
                new org.apache.hadoop.fs.Path(folder.resolve("report.html").toString());
        FileSystem files = file.getFileSystem(spark.sparkContext().hadoopConfiguration());
        try (OutputStream out = files.create(file)) {
            out.write('o');
        }
        assertThat(names()).contains(".report.html.crc");
        write("report.html", "new");
        try (InputStream in = files.open(file)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("new");
        }
    }

    @Test
    void folderInItsPlaceIsNamedAndStays() throws IOException {
        Files.createDirectories(folder.resolve("report.html/inside"));
        assertThatThrownBy(() -> write("report.html", "new"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is it a folder?");
        assertThat(names()).containsExactly("report.html");
        assertThat(folder.resolve("report.html/inside")).isEmptyDirectory();
    }

    @Test
    void leftOversOfDeadRunsGoAfterADay() throws IOException {
        Path dead = Files.writeString(folder.resolve(".report.html.tmp-dead"), "half");
        Files.setLastModifiedTime(dead, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Files.writeString(folder.resolve(".report.html.tmp-alive"), "half");
        write("report.html", "new");
        assertThat(names()).containsExactly(".report.html.tmp-alive", "report.html");
    }
}
