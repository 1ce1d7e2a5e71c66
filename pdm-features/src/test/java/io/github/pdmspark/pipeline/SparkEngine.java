package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.fleet.FleetHistoryBuilder;
import io.github.pdmspark.kernel.Engine;
import io.github.pdmspark.kernel.Fleet;
import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.Fleet.RowKey;
import io.github.pdmspark.kernel.PathLength;
import io.github.pdmspark.kernel.SweepRange;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The whole way on Spark: tables, checked history, pipeline, rows. */
final class SparkEngine implements Engine {

    private final SparkSession spark;
    private final UnaryOperator<Dataset<Row>> change;

    SparkEngine(SparkSession spark, UnaryOperator<Dataset<Row>> change) {
        this.spark = spark;
        this.change = change;
    }

    @Override
    public Map<RowKey, Features> run(Fleet fleet, FeatureSpec spec, SweepRange range) {
        return collect(table(fleet, spec, range));
    }

    FeatureTable table(Fleet fleet, FeatureSpec spec, SweepRange range) {
        FleetHistoryBuilder builder = new FleetTables(spark, fleet, change).history(spec.samplingPeriod());
        FeaturePipeline pipeline = FeaturePipeline.of(spec, PathLength.REGISTERED);
        if (range instanceof SweepRange.FromFirstReadingTo fixed) {
            return pipeline.on(
                    builder.observedUntil(Micros.instant(fixed.end())).build());
        }
        FleetHistory history = builder.build();
        return range instanceof SweepRange.Between between
                ? pipeline.over(
                        history, TimeRange.of(Micros.instant(between.start()), Micros.instant(between.end() + 1)))
                : pipeline.on(history);
    }

    static Map<RowKey, Features> collect(FeatureTable table) {
        Map<RowKey, Features> rows = new LinkedHashMap<>();
        Dataset<Row> inMicros = table.rows().withColumn("as_of", functions.unix_micros(functions.col("as_of")));
        for (Row row : inMicros.collectAsList()) {
            List<Double> values = new ArrayList<>();
            for (int i = 4; i < row.size(); i++) {
                values.add(orNaN(row, i));
            }
            rows.put(
                    new RowKey(row.getString(0), row.getLong(1)),
                    new Features(row.getString(2), orNaN(row, 3), values));
        }
        return rows;
    }

    private static double orNaN(Row row, int column) {
        if (row.isNullAt(column)) {
            return Double.NaN;
        }
        if (Double.isNaN(row.getDouble(column))) {
            throw new AssertionError("NaN in column " + row.schema().fieldNames()[column]);
        }
        return row.getDouble(column);
    }
}
