package io.github.pdmspark.report.result;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.stddev_samp;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.dataset.Waterfall;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.schema.Columns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Features and labels: their values, and which rows can be used. */
final class DatasetCells {

    private static final int MOST_FEATURES = 1_000;

    private DatasetCells() {}

    static TableView profile(Dataset<Row> rows, List<String> features) {
        Column[] names = features.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new);
        Dataset<Row> profile = rows.unpivot(new Column[0], names, "feature", "value")
                .groupBy("feature")
                .agg(
                        count(lit(1)).minus(count("value")).as("missing"),
                        avg("value").as("mean"),
                        stddev_samp("value").as("deviation"),
                        min("value").as("lowest"),
                        max("value").as("highest"))
                .orderBy("feature");
        return Tables.of(profile, MOST_FEATURES);
    }

    static Chart statuses(Waterfall waterfall) {
        Map<String, Long> rows = new LinkedHashMap<>();
        waterfall.steps().forEach(step -> rows.put(Words.of(step.status()), step.rows()));
        return BarChart.of("Which rows can be used, and why not the others?", "rows", rows)
                .horizontal();
    }

    static Chart classes(Waterfall waterfall) {
        Map<String, Long> rows = new LinkedHashMap<>();
        waterfall.classes().stream()
                .filter(each -> !each.label().equals("NEGATIVE"))
                .forEach(each -> rows.put(each.label(), each.rows()));
        return BarChart.of("How many usable rows precede a failure of each component?", "rows", rows);
    }

    /** One row per machine and time: a join that doubled some would show here. */
    static TableView keys(LabelledDataset dataset) {
        long rows = dataset.rows().count();
        long keys = dataset.rows()
                .select(Columns.MACHINE_ID, Columns.AS_OF)
                .distinct()
                .count();
        return TableView.of("rows", "machines and times").withRow(rows, keys);
    }
}
