package io.github.pdmspark.examples.turbofan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_seconds;

import io.github.pdmspark.hazard.HazardModel;
import io.github.pdmspark.life.LifeRegression;
import io.github.pdmspark.model.LifeColumns;
import io.github.pdmspark.schema.Columns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The three models at work. */
record EnginePredictions(LifeRegression forest, LifeRegression boosting, HazardModel hazards) {

    private static final String[] KEY = {Columns.MACHINE_ID, Columns.AS_OF};
    private static final String UNSEEN = "No cycles left are known for unit ";

    /** Predictions for every cycle of the engines; the verdict is about the last of each. Runs two Spark jobs. */
    EngineVerdict of(Dataset<Row> rows, Map<String, Double> remaining) {
        Map<String, List<EngineLife>> byUnit = lives(rows, remaining).stream()
                .collect(Collectors.groupingBy(EngineLife::unit, TreeMap::new, Collectors.toList()));
        return new EngineVerdict(byUnit);
    }

    private List<EngineLife> lives(Dataset<Row> rows, Map<String, Double> remaining) {
        Map<String, Long> last =
                rows.groupBy(KEY[0]).agg(functions.max(unix_seconds(col(KEY[1])))).collectAsList().stream()
                        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
        return predicted(rows).orderBy(KEY[0], KEY[1]).collectAsList().stream()
                .map(row -> life(row, last, remaining))
                .toList();
    }

    private Dataset<Row> predicted(Dataset<Row> rows) {
        Dataset<Row> curves = hazards.predict(rows)
                .select(
                        col(KEY[0]),
                        col(KEY[1]),
                        col(LifeColumns.LIFE_P10),
                        col(LifeColumns.LIFE_P50),
                        col(LifeColumns.LIFE_P90));
        return points(forest, rows, "forest")
                .join(points(boosting, rows, "boosting"), KEY)
                .join(curves, KEY)
                .withColumn("second", unix_seconds(col(KEY[1])));
    }

    private static Dataset<Row> points(LifeRegression regression, Dataset<Row> rows, String name) {
        return regression
                .predict(rows)
                .select(
                        col(KEY[0]),
                        col(KEY[1]),
                        col(LifeColumns.PREDICTED_LIFE).as(name));
    }

    private static EngineLife life(Row row, Map<String, Long> last, Map<String, Double> remaining) {
        String unit = row.getString(0);
        Double left = remaining.get(unit);
        if (left == null) {
            throw new IllegalArgumentException(UNSEEN + unit + "; the file RUL_ needs a line for each unit.");
        }
        long second = row.<Long>getAs("second");
        long cycle = EngineFiles.CYCLE.toSeconds();
        double before = (last.getOrDefault(unit, second) - second) / (double) cycle;
        return new EngineLife(
                unit,
                (int) (second / cycle) - 1,
                row.<Double>getAs("forest"),
                row.<Double>getAs("boosting"),
                quantile(row, LifeColumns.LIFE_P10),
                quantile(row, LifeColumns.LIFE_P50),
                quantile(row, LifeColumns.LIFE_P90),
                left + before);
    }

    /** A quantile beyond the last period is open. */
    private static double quantile(Row row, String column) {
        return row.isNullAt(row.fieldIndex(column)) ? Double.POSITIVE_INFINITY : row.<Double>getAs(column);
    }
}
