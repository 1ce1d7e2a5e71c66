package io.github.pdmspark.examples.notebook;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.chart.Facet;
import io.github.pdmspark.report.chart.Line;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.Point;
import io.github.pdmspark.report.chart.XAxis;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How well scores rank rows: precision against recall. */
final class PrecisionRecall {

    /** Scores are counted in steps of a two-hundredth. */
    private static final int STEPS = 200;

    private PrecisionRecall() {}

    /** A line per component. Runs one Spark job for each. */
    static Chart of(Dataset<Row> scores, LabelledDataset slice) {
        List<Line> curves = new ArrayList<>();
        for (String component : slice.components()) {
            curves.add(Line.of(component, curve(scores, slice, component)));
        }
        return LineChart.of(
                "How many rows before a failure are found, at which precision?",
                XAxis.number("recall"),
                new Facet("precision", curves));
    }

    private static List<Point> curve(Dataset<Row> scores, LabelledDataset slice, String component) {
        String score = ScoreNames.in(scores.columns()).of(component);
        Column hit = array_contains(col("label_components"), component).cast("int");
        List<Row> steps = slice.usable()
                .rows()
                .select(col("machine_id"), col("as_of"), hit.as("hit"))
                .join(scores, new String[] {"machine_id", "as_of"})
                .where(col("`" + score + "`").isNotNull())
                .groupBy(floor(col("`" + score + "`").multiply(STEPS)).as("step"))
                .agg(sum("hit").as("hits"), count(lit(1)).as("rows"))
                .orderBy(col("step").desc())
                .takeAsList(STEPS + 1);
        double all = steps.stream().mapToLong(row -> row.getLong(1)).sum();
        List<Point> points = new ArrayList<>();
        long hits = 0;
        long rows = 0;
        for (Row step : steps) {
            hits += step.getLong(1);
            rows += step.getLong(2);
            if (all > 0 && points.isEmpty()) {
                points.add(Point.of(0, (double) hits / rows));
            }
            if (all > 0) {
                points.add(Point.of(hits / all, (double) hits / rows));
            }
        }
        return points;
    }
}
