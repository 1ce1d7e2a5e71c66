package io.github.pdmspark.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The same rows in a classic session; a program of its own. */
final class ClassicRows {

    private ClassicRows() {}

    public static void main(String[] arguments) throws IOException {
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "3")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
        Files.write(Path.of(arguments[0]), SmallFleet.lines(spark));
        spark.stop();
    }
}
