package io.github.pdmspark.examples.turbofan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.trim;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.fleet.FleetHistoryBuilder;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.table.TimeFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One data set of a C-MAPSS folder: {@code train_FD001.txt}, {@code test_FD001.txt}, {@code RUL_FD001.txt}, each plain or with
 * {@code .gz}; no header, parted by spaces: unit, cycle, 3 settings, 21 sensors. Cycles are the time axis; one counts as an hour.
 */
record EngineFiles(SparkSession spark, Path folder, String name) {

    static final Duration CYCLE = Duration.ofHours(1);
    static final String ENGINE = "engine";
    static final List<String> SETTINGS = names("setting_", 3);
    static final List<String> SENSORS = names("sensor_", 21);

    /** Engines that ran until they failed, one cycle after the last. */
    FleetHistory untilFailure() {
        Dataset<Row> cycles = cycles("train");
        Dataset<Row> failures =
                cycles.groupBy("unit").agg(max("cycle").plus(1).as("cycle")).withColumn("part", lit(ENGINE));
        return history(cycles)
                .failures(FailureLog.from(failures)
                        .machineId("unit")
                        .time("cycle", TimeFormat.count(CYCLE))
                        .component("part")
                        .minimumRepair(Duration.ZERO))
                .build();
    }

    /** Engines that were still running when their record was cut. */
    FleetHistory cutBeforeFailure() {
        return history(cycles("test")).build();
    }

    /** True cycles left after the cut, by unit. */
    Map<String, Double> remaining() {
        Map<String, Double> remaining = new TreeMap<>();
        List<Row> lines = spark.read()
                .text(file("RUL"))
                .where(trim(col("value")).notEqual(""))
                .collectAsList();
        for (int i = 0; i < lines.size(); i++) {
            remaining.put(
                    String.valueOf(i + 1),
                    Double.valueOf(lines.get(i).getString(0).strip()));
        }
        return remaining;
    }

    // region history
    private static FleetHistoryBuilder history(Dataset<Row> cycles) {
        String[] columns = Stream.concat(SETTINGS.stream(), SENSORS.stream()).toArray(String[]::new);
        return FleetHistory.builder()
                .telemetry(Telemetry.from(cycles)
                        .machineId("unit")
                        .time("cycle", TimeFormat.count(CYCLE))
                        .sensors(columns)
                        .sampledEvery(CYCLE));
    }
    // endregion

    private Dataset<Row> cycles(String kind) {
        Column cells = split(trim(col("value")), "\\s+");
        List<Column> columns = new ArrayList<>();
        columns.add(cells.getItem(0).as("unit"));
        columns.add(cells.getItem(1).cast("int").as("cycle"));
        List<String> rest = Stream.concat(SETTINGS.stream(), SENSORS.stream()).toList();
        for (int i = 0; i < rest.size(); i++) {
            columns.add(cells.getItem(i + 2).as(rest.get(i)));
        }
        return spark.read().text(file(kind)).select(columns.toArray(Column[]::new));
    }

    private String file(String kind) {
        String plain = kind + "_" + name + ".txt";
        return Stream.of(plain, plain + ".gz")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new SchemaException(new Problem(
                        ErrorCondition.PDM_PATH_NOT_FOUND,
                        "There is neither " + plain + " nor " + plain + ".gz in " + folder + ".",
                        "-Dpdm.data needs the files train_, test_ and RUL_ of the set -Dpdm.set=" + name + ".")))
                .toString();
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }
}
