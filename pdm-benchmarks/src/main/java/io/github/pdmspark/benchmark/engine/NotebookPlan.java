package io.github.pdmspark.benchmark.engine;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.benchmark.fleet.StoredFleet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The plan of the notebooks: windows of a number of rows over all readings, thinned to the grid by a grouping, one join per
 * component with the whole maintenance log. Its values are right for hourly readings without gaps only.
 */
public final class NotebookPlan implements Engine {

    private static final String[] KEY = {"machineID", "as_of"};
    private static final long STEP_SECONDS = Work.STEP_HOURS * 3600L;

    private final SparkSession spark;

    public NotebookPlan(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public String name() {
        return "notebook";
    }

    @Override
    public Set<Work> works() {
        return Set.of(Work.TELEMETRY, Work.WHOLE);
    }

    @Override
    public void run(Work work, StoredFleet fleet, Sink sink) {
        Dataset<Row> telemetry = fleet.table(spark, "telemetry");
        Dataset<Row> grid = grid(telemetry);
        Dataset<Row> rows = grid.join(statistics(telemetry), KEY, "left");
        if (work == Work.WHOLE) {
            rows = rows.join(errorCounts(telemetry, fleet.table(spark, "errors")), KEY, "left")
                    .join(sinceMaintenance(grid, fleet.table(spark, "maint")), KEY, "left")
                    .join(labels(grid, telemetry, fleet.table(spark, "failures")), KEY, "left")
                    .join(attributes(fleet.table(spark, "machines")), "machineID");
        }
        SparkSink.run(
                rows.withColumn("machine_id", col("machineID").cast("string")).withColumns(zeros(work)), work, sink);
    }

    private static java.util.Map<String, Column> zeros(Work work) {
        java.util.Map<String, Column> zeros = new java.util.HashMap<>();
        work.columns().stream()
                .filter(name -> name.endsWith("_count_24h"))
                .forEach(name -> zeros.put(name, coalesce(col(name), lit(0.0))));
        return zeros;
    }

    /** Both ends of every 12 h that hold a reading. */
    private static Dataset<Row> grid(Dataset<Row> telemetry) {
        return telemetry
                .select(
                        col("machineID"),
                        expr("explode(array(" + binStart() + ", " + binEnd() + "))")
                                .as("as_of"))
                .distinct();
    }

    private static Dataset<Row> statistics(Dataset<Row> telemetry) {
        List<String> names = new ArrayList<>();
        List<Column> rolling = new ArrayList<>(List.of(col("machineID"), col("datetime")));
        for (String sensor : Work.SENSORS) {
            for (int window = 1; window <= Work.WINDOWS; window++) {
                int hours = window * Work.STEP_HOURS;
                names.add(sensor + "_mean_" + hours + "h");
                rolling.add(avg(sensor).over(latest(hours)).as(sensor + "_mean_" + hours + "h"));
                names.add(sensor + "_stddev_" + hours + "h");
                rolling.add(
                        expr("stddev_samp(" + sensor + ")").over(latest(hours)).as(sensor + "_stddev_" + hours + "h"));
            }
        }
        return thinned(telemetry.select(rolling.toArray(Column[]::new)), names);
    }

    private static Dataset<Row> errorCounts(Dataset<Row> telemetry, Dataset<Row> errors) {
        Dataset<Row> hourly = errors.groupBy("machineID", "datetime")
                .agg(lit(1).as("any"), columns(Work.CODES, code -> sum(when(
                                        col("errorID").equalTo("error" + code), 1)
                                .otherwise(0))
                        .as("error" + code)));
        List<Column> rolling = new ArrayList<>(List.of(col("machineID"), col("datetime")));
        List<String> names = new ArrayList<>();
        for (int code = 1; code <= Work.CODES; code++) {
            names.add("error" + code + "_count_24h");
            rolling.add(sum("error" + code)
                    .over(latest(Work.ERROR_STEPS * Work.STEP_HOURS))
                    .cast("double")
                    .as("error" + code + "_count_24h"));
        }
        Dataset<Row> joined =
                telemetry.select("machineID", "datetime").join(hourly, new String[] {"machineID", "datetime"}, "left");
        return thinned(joined.select(rolling.toArray(Column[]::new)), names);
    }

    /** All components are joined before the first maximum is taken: the rows multiply. */
    private static Dataset<Row> sinceMaintenance(Dataset<Row> grid, Dataset<Row> maintenance) {
        Dataset<Row> joined = grid;
        for (int i = 1; i <= Work.COMPONENTS; i++) {
            Dataset<Row> component = maintenance
                    .where(col("comp").equalTo("comp" + i))
                    .select(col("machineID").as("machine" + i), col("datetime").as("replaced" + i));
            joined = joined.join(
                    broadcast(component),
                    col("machineID")
                            .equalTo(col("machine" + i))
                            .and(col("replaced" + i).lt(col("as_of"))),
                    "left");
        }
        return joined.groupBy("machineID", "as_of")
                .agg(
                        lit(1).as("found"),
                        columns(Work.COMPONENTS, i -> expr("(unix_micros(as_of) - unix_micros(max(replaced" + i
                                        + "))) / 3.6e9")
                                .as("hours_since_comp" + i)))
                .drop("found");
    }

    private static Dataset<Row> labels(Dataset<Row> grid, Dataset<Row> telemetry, Dataset<Row> failures) {
        Dataset<Row> ends = telemetry
                .groupBy("machineID")
                .agg(expr("max(datetime) + INTERVAL 1 HOUR").as("end"));
        Dataset<Row> failing =
                failures.select(col("machineID").as("failed"), col("datetime").as("failure_time"), col("failure"));
        String horizon = "as_of + INTERVAL " + Work.HORIZON_DAYS + " DAYS";
        return grid.join(broadcast(ends), "machineID")
                .join(
                        broadcast(failing),
                        expr("machineID = failed AND failure_time >= as_of AND failure_time < " + horizon),
                        "left")
                .groupBy("machineID", "as_of")
                .agg(
                        expr("min_by(failure, struct(failure_time, failure))").as("label"),
                        expr("max(end)").as("end"))
                .withColumn(
                        "label_status",
                        when(col("label").isNotNull(), "POSITIVE")
                                .when(expr(horizon + " <= end"), "NEGATIVE")
                                .otherwise("CENSORED"))
                .drop("end");
    }

    private static Dataset<Row> attributes(Dataset<Row> machines) {
        Dataset<Row> result = machines.withColumn("age", col("age").cast("double"));
        for (int i = 1; i <= Work.MODELS; i++) {
            result = result.withColumn(
                    "model_is_model" + i,
                    when(col("model").equalTo("model" + i), 1.0).otherwise(0.0));
        }
        return broadcast(result);
    }

    /** The values of the last reading of every 12 h. */
    private static Dataset<Row> thinned(Dataset<Row> rolling, List<String> names) {
        Column isLast = expr("(unix_seconds(datetime) + 3600) % " + STEP_SECONDS + " = 0");
        Column[] values = names.stream()
                .map(name -> max(when(isLast, col(name))).as(name))
                .toArray(Column[]::new);
        return rolling.withColumn("as_of", expr(binEnd()))
                .groupBy("machineID", "as_of")
                .agg(lit(1).as("found"), values)
                .drop("found");
    }

    private static Column[] columns(int count, IntFunction<Column> column) {
        return IntStream.rangeClosed(1, count).mapToObj(column).toArray(Column[]::new);
    }

    private static WindowSpec latest(int hours) {
        return Window.partitionBy("machineID").orderBy("datetime").rowsBetween(-(hours - 1), 0);
    }

    private static String binStart() {
        return "timestamp_seconds((unix_seconds(datetime) div " + STEP_SECONDS + ") * " + STEP_SECONDS + ")";
    }

    private static String binEnd() {
        return "timestamp_seconds((unix_seconds(datetime) div " + STEP_SECONDS + " + 1) * " + STEP_SECONDS + ")";
    }
}
