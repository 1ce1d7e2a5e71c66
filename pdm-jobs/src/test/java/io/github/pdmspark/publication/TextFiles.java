package io.github.pdmspark.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/** A folder of two text files that belong together: a page and its asset, each with the name of their batch. */
final class TextFiles {

    private TextFiles() {}

    static Map<String, String> of(String batch) {
        return Map.of("page.html", "page of " + batch, "assets/chart.svg", "chart of " + batch);
    }

    static Consumer<String> writer(SparkSession spark, String batch) {
        return folder -> of(batch).forEach((name, text) -> {
            org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(folder, name);
            try (OutputStream out = files(spark, file).create(file, false)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static FileSystem files(SparkSession spark, org.apache.hadoop.fs.Path file) throws IOException {
        return file.getFileSystem(spark.sparkContext().hadoopConfiguration());
    }

    /** Name to text of all files of a version. */
    static Map<String, String> in(PublishedVersion version) throws IOException {
        Path root = Path.of(URI.create(version.path()).getPath());
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".crc")) {
                    found.put(root.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return found;
    }
}
