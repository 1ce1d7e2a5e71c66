package io.github.pdmspark.examples.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * The folder for everything that a program writes.
 *
 * @param path the folder; it need not exist
 */
public record OutFolder(Path path) {

    /** A file or folder in it. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** The same as text, as Spark wants it. */
    public String text(String name) {
        return file(name).toString();
    }

    /** Deletes what an earlier run of the program left under these names. */
    public void delete(String... names) throws IOException {
        for (String name : names) {
            delete(file(name));
        }
    }

    /** The rows, computed once and kept as Parquet under this name; an older table of the name is replaced. */
    public Dataset<Row> stored(String name, Dataset<Row> rows) {
        rows.write().mode(SaveMode.Overwrite).parquet(text(name));
        return rows.sparkSession().read().parquet(text(name));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
