package io.github.pdmspark.benchmark.engine;

import io.github.pdmspark.benchmark.fleet.StoredFleet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.DoubleAdder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The floor: two threads read the same Parquet files with the plain Parquet library into arrays and compute the statistics
 * from plain sums; no Spark, no late readings, numbers as machine keys, values added up and not kept. Telemetry only.
 */
public final class PlainJava implements Engine {

    private static final int THREADS = 2;
    private static final long STEP = Work.STEP_HOURS * 3_600_000_000L;

    private final SparkSession spark;

    /** The session serves to keep rows in {@link Sink.Parquet}; nothing that is measured uses it. */
    public PlainJava(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public String name() {
        return "plain-java";
    }

    @Override
    public Set<Work> works() {
        return Set.of(Work.TELEMETRY);
    }

    @Override
    public void run(Work work, StoredFleet fleet, Sink sink) {
        Map<Integer, PlainTiles> machines = tiles(fleet);
        if (sink instanceof Sink.Parquet) {
            keep(machines, sink);
        } else {
            DoubleAdder total = new DoubleAdder();
            parallel(List.copyOf(machines.values()), tiles -> total.add(sum(tiles)));
            if (total.sum() == 0) {
                throw new IllegalStateException("The statistics of " + fleet.folder() + " add up to nothing.");
            }
        }
    }

    private static Map<Integer, PlainTiles> tiles(StoredFleet fleet) {
        Map<Integer, PlainTiles> machines = new ConcurrentHashMap<>();
        parallel(TelemetryFile.all(fleet), file -> file.readInto(machines, STEP));
        return machines;
    }

    private static double sum(PlainTiles tiles) {
        double[] total = {0};
        tiles.sweep(STEP, StoredFleet.SAMPLING_PERIOD.toNanos() / 1000, (asOf, values) -> {
            for (double value : values) {
                total[0] += Double.isNaN(value) ? 0 : value;
            }
        });
        return total[0];
    }

    private void keep(Map<Integer, PlainTiles> machines, Sink sink) {
        List<Row> rows = new ArrayList<>();
        machines.forEach(
                (machine, tiles) -> tiles.sweep(STEP, StoredFleet.SAMPLING_PERIOD.toNanos() / 1000, (asOf, values) -> {
                    Object[] cells = new Object[2 + values.length];
                    cells[0] = machine.toString();
                    cells[1] = asOf;
                    for (int i = 0; i < values.length; i++) {
                        cells[2 + i] = Double.isNaN(values[i]) ? null : (Double) values[i];
                    }
                    rows.add(RowFactory.create(cells));
                }));
        StructType schema =
                new StructType().add("machine_id", DataTypes.StringType).add("micros", DataTypes.LongType);
        for (String name :
                Work.TELEMETRY.columns().subList(2, Work.TELEMETRY.columns().size())) {
            schema = schema.add(name, DataTypes.DoubleType);
        }
        SparkSink.run(
                spark.createDataFrame(rows, schema).selectExpr("*", "timestamp_micros(micros) AS as_of"),
                Work.TELEMETRY,
                sink);
    }

    private static <T> void parallel(List<T> items, java.util.function.Consumer<T> action) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (T item : items) {
                results.add(threads.submit(() -> action.accept(item)));
            }
            for (Future<?> result : results) {
                result.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The floor was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A thread of the floor failed.", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
