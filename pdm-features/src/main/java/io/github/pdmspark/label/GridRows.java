package io.github.pdmspark.label;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import com.google.common.collect.Iterators;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Cadence;
import io.github.pdmspark.time.Micros;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Runs a plain-Java kernel over a fleet: one row for each machine and grid time.
 *
 * @param kernel what a machine gives for a time
 */
record GridRows(List<String> components, Duration repair, Duration every, Duration offset, Kernel kernel)
        implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;

    /** Given the outcomes of a machine, the row of any time, {@code machine_id} and time in microseconds first. */
    @FunctionalInterface
    interface Kernel extends Serializable {
        LongFunction<Row> of(MachineOutcomes machine);
    }

    /** {@code machine_id}, {@code as_of} and {@code columns}, which the kernel fills in this order. */
    static Dataset<Row> of(FleetHistory history, ObservationGrid grid, List<StructField> columns, Kernel kernel) {
        Cadence cadence = grid.cadence();
        GridRows rows =
                new GridRows(history.components(), history.minimumRepair(), cadence.every(), cadence.offset(), kernel);
        return OutcomeRecords.of(history)
                .mapPartitions(rows, Encoders.row(schema(columns)))
                .select(withTimestamp(columns));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> records) {
        ObservationGrid grid = new ObservationGrid(new Cadence(every, offset));
        Map<String, Integer> order = new HashMap<>();
        components.forEach(component -> order.put(component, order.size()));
        return Iterators.concat(Iterators.transform(
                new MachineOutcomesIterator(records, order, Micros.of(repair)),
                machine -> grid.timesMicros(machine.firstReading(), machine.endOfObservation())
                        .mapToObj(kernel.of(machine))
                        .iterator()));
    }

    private static StructType schema(List<StructField> columns) {
        List<StructField> fields = new ArrayList<>();
        fields.add(DataTypes.createStructField(Columns.MACHINE_ID, DataTypes.StringType, false));
        fields.add(DataTypes.createStructField(Columns.AS_OF, DataTypes.LongType, false));
        fields.addAll(columns);
        return DataTypes.createStructType(fields);
    }

    private static Column[] withTimestamp(List<StructField> columns) {
        return Stream.concat(
                        Stream.of(
                                col(Columns.MACHINE_ID),
                                expr("timestamp_micros(" + Columns.AS_OF + ")").as(Columns.AS_OF)),
                        columns.stream().map(field -> col(field.name())))
                .toArray(Column[]::new);
    }
}
