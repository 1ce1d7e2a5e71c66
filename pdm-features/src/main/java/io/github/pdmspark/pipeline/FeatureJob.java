package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.SweepRange;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The plan of a feature table: readings become packed tiles where they are read, one shuffle brings tiles and events of a
 * machine together, and the kernel sweeps over each machine.
 */
final class FeatureJob {

    private final FeatureSpec spec;
    private final FleetHistory history;
    private final SweepRange range;
    private final Optional<TimeRange> read;

    FeatureJob(FeatureSpec spec, FleetHistory history, SweepRange range, Optional<TimeRange> read) {
        this.spec = spec;
        this.history = history;
        this.range = range;
        this.read = read;
    }

    Dataset<Row> rows() {
        return new RecordBlocks(spec, history, read)
                .all()
                .repartition(functions.col("machineId"))
                .sortWithinPartitions("machineId", "kind", "eventTime", "tiles")
                .mapPartitions(new SweepMachines(spec.toJson(), range), Encoders.bean(FeatureRow.class))
                .select(columns());
    }

    /** The prediction time travels as a number: how beans hold a timestamp depends on the session's settings. */
    private Column[] columns() {
        List<Column> columns = new ArrayList<>(List.of(
                functions.col("machineId").as(Columns.MACHINE_ID),
                functions.timestamp_micros(functions.col("asOf")).as(Columns.AS_OF),
                functions.col("status").as(FeatureColumns.FEATURE_STATUS),
                orNull(functions.col("coverage")).as(FeatureColumns.COVERAGE)));
        List<String> names = spec.featureNames();
        for (int i = 0; i < names.size(); i++) {
            columns.add(orNull(functions.col("values").getItem(i)).as(names.get(i)));
        }
        return columns.toArray(Column[]::new);
    }

    /** NaN stands for null in the kernel. */
    private static Column orNull(Column value) {
        return functions.nanvl(value, functions.lit(null).cast("double"));
    }
}
