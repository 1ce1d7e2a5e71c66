package io.github.pdmspark.storage;

import io.github.pdmspark.table.ParquetFiles;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Some days of a Parquet folder that is partitioned by a date: what a day costs does not grow with the history. */
final class DayFolders {

    private DayFolders() {}

    /**
     * The rows of the folders of these days, both included.
     *
     * @return empty where the folder is not partitioned by this column, holds none of these days, or is no folder
     */
    static Optional<Dataset<Row>> read(
            SparkSession spark, String folder, String column, LocalDate first, LocalDate last) {
        Path root = new Path(folder);
        List<String> found = new ArrayList<>();
        try {
            FileSystem files = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
            if (!files.exists(root)) {
                return Optional.empty();
            }
            for (FileStatus each : files.listStatus(root)) {
                Optional<LocalDate> day = day(each.getPath().getName(), column);
                if (day.isPresent() && !day.get().isBefore(first) && !day.get().isAfter(last)) {
                    found.add(each.getPath().toString());
                }
            }
        } catch (IOException e) {
            return Optional.empty(); // reading the whole folder says what is wrong with it
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(ParquetFiles.readParts(spark, folder, found));
    }

    private static Optional<LocalDate> day(String name, String column) {
        String prefix = column + "=";
        if (!name.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(name.substring(prefix.length())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
