package io.github.pdmspark.connect;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.WindowAggregate;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Five tables of three machines, and their features as text with raw bits. */
final class SmallFleet {
    private static final Duration DAY = Duration.ofHours(24);

    private SmallFleet() {}

    static FleetHistory history(SparkSession spark) {
        return FleetHistory.builder()
                .telemetry(Telemetry.from(table(
                                spark,
                                "id % 3 AS m, timestamp_seconds(1420070400 + 3600 * (id div 3)) AS t, "
                                        + "170 + id * 37 % 101 / 7D AS volt, if(id % 11 = 0, NULL, id * 13 % 17 / 3D) AS heat",
                                600))
                        .machineId("m")
                        .time("t")
                        .sensors("volt", "heat")
                        .sampledEvery(Duration.ofHours(1)))
                .errors(ErrorLog.from(table(
                                spark,
                                "id % 3 AS m, timestamp_seconds(1420070400 + 9000 * id) AS t, concat('e', id % 2) AS code",
                                40))
                        .machineId("m")
                        .time("t")
                        .code("code"))
                .maintenance(MaintenanceLog.from(table(
                                spark,
                                "id % 3 AS m, timestamp_seconds(1420070400 + 50000 * id) AS t, 'pump' AS part, "
                                        + "if(id % 2 = 0, 'replaced', 'inspected') AS done",
                                9))
                        .machineId("m")
                        .time("t")
                        .component("part")
                        .action("done"))
                .machines(Machines.from(table(spark, "id AS m, concat('model', id) AS model, 7D + id AS age", 3))
                        .machineId("m")
                        .categorical("model")
                        .numeric("age"))
                .build();
    }

    private static Dataset<Row> table(SparkSession spark, String columns, int rows) {
        return spark.sql("SELECT " + columns + " FROM range(" + rows + ")");
    }

    static FeatureTable features(FleetHistory history) {
        return FeaturePipeline.builder()
                .every(Duration.ofHours(6))
                .rolling(Statistic.MEAN, Statistic.STDDEV, Statistic.SLOPE)
                .over(DAY, Duration.ofHours(37))
                .quantiles(0.9)
                .over(DAY)
                .cusum(0.5)
                .over(DAY)
                .against(Duration.ofDays(3))
                .aggregate(new Spread())
                .over(DAY)
                .errorCounts()
                .over(DAY)
                .timeSinceMaintenance()
                .lastActions()
                .usageSinceMaintenance("volt")
                .machineAttributes()
                .build()
                .on(history);
    }

    /** Key, status and the bits of every number, sorted. */
    static List<String> lines(SparkSession spark) {
        return features(history(spark)).rows().collectAsList().stream()
                .map(SmallFleet::line)
                .sorted()
                .toList();
    }

    private static String line(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(
                    row.get(i) instanceof Double number
                            ? Long.toHexString(Double.doubleToRawLongBits(number))
                            : String.valueOf(row.get(i)));
        }
        return String.join(" ", cells);
    }

    /** A statistic of one's own: largest minus smallest value. */
    static final class Spread implements WindowAggregate {
        private static final long serialVersionUID = 1L;

        @Override
        public String name() {
            return "spread";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Accumulator start() {
            return new Accumulator() {
                private double least = Double.POSITIVE_INFINITY;
                private double most = Double.NEGATIVE_INFINITY;

                @Override
                public void add(double hoursBeforeEnd, double value) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }

                @Override
                public double value() {
                    return most - least;
                }
            };
        }
    }
}
