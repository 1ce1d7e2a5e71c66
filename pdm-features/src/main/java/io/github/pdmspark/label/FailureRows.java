package io.github.pdmspark.label;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createStructField;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;

/** Failure labels as rows. */
final class FailureRows {

    static final double MICROS_PER_HOUR = 3_600_000_000.0;

    private static final List<StructField> COLUMNS = List.of(
            createStructField(LabelColumns.LABEL_STATUS, StringType, false),
            createStructField(LabelColumns.LABEL, StringType, true),
            createStructField(LabelColumns.LABEL_COMPONENTS, createArrayType(StringType, false), false),
            createStructField(LabelColumns.HOURS_TO_FAILURE, DoubleType, true));

    private FailureRows() {}

    static Dataset<Row> of(FailureLabel label, FleetHistory history, ObservationGrid grid) {
        List<String> components = List.copyOf(history.components());
        return GridRows.of(history, grid, COLUMNS, machine -> {
            FailureKernel kernel = new FailureKernel(label, machine);
            return asOf -> row(machine.machineId(), asOf, kernel.at(asOf), components);
        });
    }

    private static Row row(String machineId, long asOf, FailureOutcome outcome, List<String> components) {
        String[] failing = outcome.components().stream().map(components::get).toArray(String[]::new);
        String status = outcome.status().name();
        return outcome.isPositive()
                ? RowFactory.create(
                        machineId, asOf, status, failing[0], failing, outcome.microsToFailure() / MICROS_PER_HOUR)
                : RowFactory.create(machineId, asOf, status, null, failing, null);
    }
}
