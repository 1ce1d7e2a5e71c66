package io.github.pdmspark.examples.program;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.chart.Facet;
import io.github.pdmspark.report.chart.Line;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.Mark;
import io.github.pdmspark.report.chart.Point;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.time.Micros;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The scores of one machine over time, beside its failures. */
public record RiskOfMachine(String machineId, List<Point> scores, List<Mark> failures, double threshold) {

    private static final int MOST_POINTS = 1000;

    /** The machine that failed most since {@code start}; of equals the first by name. Runs two Spark jobs. */
    public static RiskOfMachine withMostFailures(
            FleetHistory history, Dataset<Row> scores, Instant start, AlarmPolicy policy) {
        Dataset<Row> failures = history.failures().where(col("event_time").geq(lit(start)));
        List<Row> most = failures.groupBy("machine_id")
                .agg(count(lit(1)).as("failures"))
                .orderBy(col("failures").desc(), col("machine_id"))
                .takeAsList(1);
        String machineId = most.isEmpty() ? "" : most.get(0).getString(0);
        return new RiskOfMachine(machineId, points(scores, machineId), marks(failures, machineId), policy.threshold());
    }

    /** The scores with the threshold, and a mark for each failure. */
    public Chart chart() {
        Line limit = Line.of(
                "alarm from here",
                scores.isEmpty()
                        ? List.of()
                        : List.of(
                                Point.of(scores.get(0).x(), threshold),
                                Point.of(scores.get(scores.size() - 1).x(), threshold)));
        String question = machineId.isEmpty()
                ? "Which machine failed? None did."
                : "Does the score of machine " + machineId + " rise before its failures?";
        return LineChart.of(question, XAxis.time(), Facet.of("score", Line.of("score", scores), limit))
                .withMarks(failures);
    }

    private static List<Point> points(Dataset<Row> scores, String machineId) {
        return scores
                .where(col("machine_id").equalTo(machineId).and(col("score").isNotNull()))
                .orderBy("as_of")
                .select(unix_micros(col("as_of")), col("score"))
                .takeAsList(MOST_POINTS)
                .stream()
                .map(row -> Point.at(Micros.instant(row.getLong(0)), row.getDouble(1)))
                .toList();
    }

    private static List<Mark> marks(Dataset<Row> failures, String machineId) {
        return failures
                .where(col("machine_id").equalTo(machineId))
                .orderBy("event_time")
                .select(unix_micros(col("event_time")), col("component"))
                .takeAsList(MOST_POINTS)
                .stream()
                .map(row -> Mark.at(Micros.instant(row.getLong(0)), row.getString(1) + " failed"))
                .toList();
    }
}
