package io.github.pdmspark.pipeline;

import com.google.common.collect.Iterators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Computes features while tasks fail in the middle of reading their rows, and writes the bits; a program of its own. */
final class RetriedTasks {
    private static final AtomicInteger FAILURES = new AtomicInteger();

    private RetriedTasks() {}

    public static void main(String[] arguments) throws IOException {
        SparkSession spark = SparkSession.builder()
                .master("local[2,4]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", 3)
                .getOrCreate();
        FeatureTable table = FeatureBits.table(spark, RetriedTasks::failingOften);
        FAILURES.set(0);
        Files.write(Path.of(arguments[0]), FeatureBits.of(table));
        spark.stop();
        if (FAILURES.get() < 3) {
            throw new AssertionError("Only " + FAILURES + " tasks failed while features were computed.");
        }
    }

    private static Dataset<Row> failingOften(Dataset<Row> rows) {
        return rows.repartition(6, functions.rand(4))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) RetriedTasks::failingAfterSomeRows,
                        Encoders.row(rows.schema()));
    }

    /** The first attempt of every second partition, and the second one of the first. */
    private static Iterator<Row> failingAfterSomeRows(Iterator<Row> rows) {
        int attempt = TaskContext.get().attemptNumber();
        int partition = TaskContext.getPartitionId();
        boolean fails = partition == 0 ? attempt < 2 : partition % 2 == 0 && attempt == 0;
        AtomicInteger left = new AtomicInteger(10);
        return Iterators.transform(rows, row -> {
            if (fails && left.decrementAndGet() == 0) {
                FAILURES.incrementAndGet();
                throw new IllegalStateException("Attempt " + attempt + " of partition " + partition + " fails.");
            }
            return row;
        });
    }
}
