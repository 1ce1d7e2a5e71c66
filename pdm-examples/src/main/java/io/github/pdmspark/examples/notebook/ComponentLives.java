package io.github.pdmspark.examples.notebook;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.unix_seconds;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.chart.Facet;
import io.github.pdmspark.report.chart.Line;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.Point;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.survival.KaplanMeier;
import io.github.pdmspark.survival.SeenLife;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * How long components lived, in whole days, by component.
 *
 * @param lives those that began with a replacement
 */
record ComponentLives(Map<String, List<SeenLife>> lives) {

    private static final int MOST_GROUPS = 5_000;

    /** Runs one Spark job; brings one row per component, length and ending to the driver. */
    static ComponentLives of(FleetHistory history) {
        // region lives
        Dataset<Row> renewals = history.maintenance()
                .select(col("machine_id"), col("component"), col("event_time"), lit(0).as("failed"))
                .union(history.failures()
                        .select(col("machine_id"), col("component"), col("event_time"), lit(1).as("failed")))
                .groupBy("machine_id", "component", "event_time")
                .agg(max("failed").as("failed"));
        Dataset<Row> ends =
                history.telemetry().groupBy("machine_id").agg(max("event_time").as("end"));
        WindowSpec next = Window.partitionBy("machine_id", "component").orderBy("event_time");
        Column until = coalesce(col("next"), col("end"));
        Dataset<Row> lengths = renewals.withColumn("next", lead("event_time", 1).over(next))
                .withColumn("next_failed", lead("failed", 1, 0).over(next))
                .join(ends, "machine_id")
                .withColumn(
                        "days",
                        floor(unix_seconds(until)
                                .minus(unix_seconds(col("event_time")))
                                .divide(86_400)))
                .where("days >= 0")
                .groupBy("component", "days", "next_failed")
                .agg(count(lit(1)).as("lives"));
        // endregion
        Map<String, List<SeenLife>> lives = new TreeMap<>();
        for (Row row : lengths.limit(MOST_GROUPS).collectAsList()) {
            double days = row.getLong(1);
            SeenLife life = row.getInt(2) == 1 ? SeenLife.failed(days) : SeenLife.censored(days);
            lives.computeIfAbsent(row.getString(0), component -> new ArrayList<>())
                    .addAll(Collections.nCopies((int) row.getLong(3), life));
        }
        return new ComponentLives(lives);
    }

    Chart chart() {
        List<Line> lines = new ArrayList<>();
        lives.forEach((component, seen) -> lines.add(Line.of(component, curve(seen))));
        return LineChart.of(
                "How long does a component last?",
                XAxis.number("days since its replacement"),
                new Facet("share that still works", lines));
    }

    private static List<Point> curve(List<SeenLife> seen) {
        KaplanMeier curve = KaplanMeier.ofLives(seen);
        int longest = (int) seen.stream().mapToDouble(SeenLife::length).max().orElse(0);
        List<Point> points = new ArrayList<>();
        for (int day = 0; day <= longest; day++) {
            if (day > 0 && curve.at(day) < curve.at(day - 1)) {
                points.add(Point.of(day, curve.at(day - 1)));
            }
            points.add(Point.of(day, curve.at(day)));
        }
        return points;
    }
}
