package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.SweepRange;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The plan of a feature table: readings become packed tiles where they are read, one shuffle brings tiles and events of a
 * machine together, and the kernel sweeps over each machine.
 */
final class FeatureJob {

    private final FeatureSpec spec;
    private final FleetHistory history;
    private final SweepRange range;

    FeatureJob(FeatureSpec spec, FleetHistory history, SweepRange range) {
        this.spec = spec;
        this.history = history;
        this.range = range;
    }

    Dataset<Row> rows() {
        return new RecordBlocks(spec, history)
                .all()
                .repartition(functions.col("machineId"))
                .sortWithinPartitions("machineId", "kind", "eventTime", "tiles")
                .mapPartitions(new SweepMachines(spec.toJson(), range), Encoders.row(schema()))
                .select(columns());
    }

    /** The prediction time travels as a number: how rows hold a timestamp depends on the session's settings. */
    private StructType schema() {
        StructType schema = new StructType()
                .add(Columns.MACHINE_ID, DataTypes.StringType)
                .add(Columns.AS_OF, DataTypes.LongType)
                .add(FeatureColumns.FEATURE_STATUS, DataTypes.StringType)
                .add(FeatureColumns.COVERAGE, DataTypes.DoubleType);
        for (String name : spec.featureNames()) {
            schema = schema.add(name, DataTypes.DoubleType);
        }
        return schema;
    }

    private Column[] columns() {
        String[] names = schema().fieldNames();
        Column[] columns = new Column[names.length];
        for (int i = 0; i < names.length; i++) {
            Column column = Identifiers.column(names[i]);
            columns[i] = names[i].equals(Columns.AS_OF)
                    ? functions.timestamp_micros(column).as(names[i])
                    : column;
        }
        return columns;
    }
}
