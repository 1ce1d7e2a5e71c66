package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.SweepRange;
import io.github.pdmspark.kernel.WindowAggregates;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.util.ArrayList;
import java.util.List;
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
    private final KernelSource source;
    private final FleetHistory history;
    private final SweepRange range;

    FeatureJob(FeatureSpec spec, WindowAggregates aggregates, FleetHistory history, SweepRange range) {
        this.spec = spec;
        this.source = new KernelSource(spec, aggregates);
        this.history = history;
        this.range = range;
    }

    FeatureSpec spec() {
        return spec;
    }

    /** One column per feature. */
    Dataset<Row> rows() {
        return TableContents.mark(
                blocksOfMachines()
                        .mapPartitions(new SweepMachines(source, range), Encoders.row(schema()))
                        .select(columns()),
                spec);
    }

    /** All features in one column. */
    Dataset<Row> vectors() {
        Dataset<Row> rows = blocksOfMachines()
                .mapPartitions(new SweepVectors(source, range), Encoders.bean(VectorRow.class))
                .select(
                        functions.col("machineId").as(Columns.MACHINE_ID),
                        functions.timestamp_micros(functions.col("asOf")).as(Columns.AS_OF),
                        functions.col("featureStatus").as(FeatureColumns.FEATURE_STATUS),
                        functions.col("coverage").as(FeatureColumns.COVERAGE),
                        functions.col("features").as(FeatureColumns.FEATURES));
        return TableContents.mark(rows, spec);
    }

    String explainPlan() {
        return new PlanText(spec, source.kernel(), history).toString();
    }

    private Dataset<RecordBlock> blocksOfMachines() {
        return new RecordBlocks(source, history)
                .all()
                .repartition(functions.col("machineId"))
                .sortWithinPartitions("machineId", "kind", "eventTime", "tiles");
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
        List<Column> columns = new ArrayList<>();
        for (String name : schema().fieldNames()) {
            Column column = Identifiers.column(name);
            columns.add(
                    name.equals(Columns.AS_OF)
                            ? functions.timestamp_micros(column).as(name)
                            : column);
        }
        return columns.toArray(Column[]::new);
    }
}
