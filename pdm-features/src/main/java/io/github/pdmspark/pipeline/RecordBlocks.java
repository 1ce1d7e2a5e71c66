package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.EventSource;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.time.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** All tables of a history that features read, as one dataset of blocks. */
final class RecordBlocks {

    private static final Encoder<RecordBlock> BLOCK = Encoders.bean(RecordBlock.class);

    private static final Column MISSING = functions.lit(Double.NaN);

    private final KernelSource source;
    private final FeatureKernel kernel;
    private final FleetHistory history;
    private final Optional<TimeRange> read;

    RecordBlocks(KernelSource source, FleetHistory history, Optional<TimeRange> read) {
        this.source = source;
        this.kernel = source.kernel();
        this.history = history;
        this.read = read;
    }

    /** Logs that no feature reads are not scanned. */
    Dataset<RecordBlock> all() {
        Dataset<RecordBlock> blocks = tiles().unionByName(attributes());
        if (history.hasSuspensions()) {
            blocks = blocks.unionByName(suspensions());
        }
        for (EventSource log : source.spec().eventsRead()) {
            blocks = blocks.unionByName(
                    switch (log) {
                        case ERRORS -> events(history.errors(), RecordBlock.ERROR, List.of(Columns.CODE));
                        case MAINTENANCE ->
                            events(
                                    history.maintenance(),
                                    RecordBlock.MAINTENANCE,
                                    kernel.readsActions()
                                            ? List.of(Columns.COMPONENT, Columns.ACTION)
                                            : List.of(Columns.COMPONENT));
                    });
        }
        return blocks;
    }

    private Dataset<RecordBlock> tiles() {
        Column text = functions.col(Columns.MACHINE_ID).cast("binary");
        if (kernel.sensors().size() > NarrowValues.WIDTH) {
            List<Column> values = List.of(numbers(kernel.sensors()).as("values"));
            return folded(history.telemetry(), text, values, TelemetryReading.class);
        }
        return history.numberedTelemetry()
                .map(rows -> folded(rows, functions.col(Columns.MACHINE_ID), flatValues(), NumberedReading.class))
                .orElseGet(() -> folded(history.telemetry(), text, flatValues(), NarrowReading.class));
    }

    private <R extends Reading> Dataset<RecordBlock> folded(
            Dataset<Row> telemetry, Column machineId, List<Column> values, Class<R> bean) {
        List<Column> columns = new ArrayList<>(List.of(
                machineId.as("machineId"),
                micros(Columns.EVENT_TIME).as("eventTime"),
                micros(Columns.KNOWN_AT).as("knownAt")));
        columns.addAll(values);
        return inRange(telemetry)
                .select(columns.toArray(Column[]::new))
                .as(Encoders.bean(bean))
                .mapPartitions(new FoldReadings<R>(source), BLOCK);
    }

    /** A plain comparison of the event time reaches the source of the table, which leaves files or partitions out. */
    private Dataset<Row> inRange(Dataset<Row> telemetry) {
        Column time = functions.col(Columns.EVENT_TIME);
        return read.map(range -> telemetry.where(
                        time.geq(functions.lit(range.start())).and(time.lt(functions.lit(range.end())))))
                .orElse(telemetry);
    }

    private List<Column> flatValues() {
        List<String> sensors = kernel.sensors();
        return IntStream.range(0, NarrowValues.WIDTH)
                .mapToObj(i -> (i < sensors.size() ? orNaN(Identifiers.column(sensors.get(i))) : MISSING).as("v" + i))
                .toList();
    }

    /** The same with the records of a companion: {@code machine_id, kind, event_time, name}. */
    Dataset<RecordBlock> allWith(Dataset<Row> companionRecords) {
        return all().unionByName(block(
                companionRecords,
                functions.col("kind").plus(RecordBlock.COMPANION),
                micros(Columns.EVENT_TIME),
                functions.lit(0L),
                array(List.of("name"), "string", UnaryOperator.identity()),
                numbers(List.of())));
    }

    private static Dataset<RecordBlock> events(Dataset<Row> events, int kind, List<String> names) {
        return block(
                events,
                functions.lit(kind),
                micros(Columns.EVENT_TIME),
                micros(Columns.KNOWN_AT),
                array(names, "string", UnaryOperator.identity()),
                numbers(List.of()));
    }

    /** The end takes the place of the known time. */
    private Dataset<RecordBlock> suspensions() {
        return block(
                history.suspensions(),
                functions.lit(RecordBlock.SUSPENSION),
                micros(Columns.EVENT_TIME),
                functions.coalesce(micros(Columns.UNTIL), functions.lit(Long.MAX_VALUE)),
                array(List.of(), "string", UnaryOperator.identity()),
                numbers(List.of()));
    }

    /** The time when a row holds takes the place of event and known time, the installation that of one more number. */
    private Dataset<RecordBlock> attributes() {
        Dataset<Row> machines = history.machines();
        return block(
                machines,
                functions.lit(RecordBlock.ATTRIBUTES),
                timeOr(machines, Columns.VALID_FROM, Long.MIN_VALUE),
                timeOr(machines, Columns.VALID_TO, Long.MAX_VALUE),
                array(kernel.categoricalAttributes(), "string", UnaryOperator.identity()),
                functions.concat(
                        numbers(kernel.numericAttributes()),
                        functions.array(
                                kernel.readsInstallation()
                                        ? timeOr(machines, Columns.INSTALLED_AT, Double.NaN)
                                                .cast("double")
                                        : MISSING)));
    }

    private static Column timeOr(Dataset<Row> machines, String column, Object otherwise) {
        boolean given = Arrays.asList(machines.columns()).contains(column);
        return given ? functions.coalesce(micros(column), functions.lit(otherwise)) : functions.lit(otherwise);
    }

    private static Dataset<RecordBlock> block(
            Dataset<Row> rows, Column kind, Column eventTime, Column knownAt, Column names, Column numbers) {
        return rows.select(
                        functions.col(Columns.MACHINE_ID).as("machineId"),
                        kind.as("kind"),
                        eventTime.as("eventTime"),
                        knownAt.as("knownAt"),
                        names.as("names"),
                        numbers.as("numbers"),
                        functions.lit(new byte[0]).as("tiles"))
                .as(BLOCK);
    }

    private static Column micros(String column) {
        return functions.unix_micros(functions.col(column));
    }

    private static Column numbers(List<String> columns) {
        return array(columns, "double", RecordBlocks::orNaN);
    }

    private static Column orNaN(Column value) {
        return functions.coalesce(value.cast("double"), MISSING);
    }

    private static Column array(List<String> columns, String type, UnaryOperator<Column> element) {
        return functions
                .array(columns.stream().map(Identifiers::column).map(element).toArray(Column[]::new))
                .cast("array<" + type + ">");
    }
}
