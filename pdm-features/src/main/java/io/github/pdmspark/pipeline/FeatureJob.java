package io.github.pdmspark.pipeline;

import io.github.pdmspark.error.SessionException;
import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.SweepRange;
import io.github.pdmspark.kernel.WindowAggregates;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
    private final KernelSource source;
    private final FleetHistory history;
    private final SweepRange range;
    private final Optional<TimeRange> read;

    FeatureJob(
            FeatureSpec spec,
            WindowAggregates aggregates,
            FleetHistory history,
            SweepRange range,
            Optional<TimeRange> read) {
        this.spec = spec;
        this.source = new KernelSource(spec, aggregates);
        this.history = history;
        this.range = range;
        this.read = read;
    }

    FeatureSpec spec() {
        return spec;
    }

    /** One column per feature. */
    Dataset<Row> rows() {
        List<Column> columns = keys();
        columns.addAll(features());
        return selected(columns);
    }

    private List<Column> features() {
        List<String> names = spec.featureNames();
        return IntStream.range(0, names.size())
                .mapToObj(i -> orNull(functions.col("values").getItem(i)).as(names.get(i)))
                .toList();
    }

    /** All features in one column. */
    Dataset<Row> vectors() {
        List<Column> columns = keys();
        columns.add(
                functions.transform(functions.col("values"), FeatureJob::orNull).as(FeatureColumns.FEATURES));
        return selected(columns);
    }

    String explainPlan() {
        return new PlanText(spec, source.kernel(), history, read).toString();
    }

    /** One column per feature, and the remarks of a companion. */
    Dataset<Row> rowsBeside(RowCompanion companion) {
        List<Column> columns = keys();
        columns.addAll(features());
        columns.add(functions.col("texts").as(FeatureTable.REMARK_TEXTS));
        columns.add(orNull(functions.col("number")).as(FeatureTable.REMARK_NUMBER));
        return withClasses(() -> selected(
                byMachine(new RecordBlocks(source, history, read).allWith(companion.records(history)))
                        .mapPartitions(
                                new SweepWithCompanion(source, range, companion), Encoders.bean(AccompaniedRow.class)),
                columns));
    }

    private Dataset<Row> selected(List<Column> columns) {
        return withClasses(() -> selected(
                byMachine(new RecordBlocks(source, history, read).all())
                        .mapPartitions(new SweepMachines(source, range), Encoders.bean(FeatureRow.class)),
                columns));
    }

    /** Here a session that is remote meets the compiled classes for the first time: it works out their columns. */
    private static Dataset<Row> withClasses(Supplier<Dataset<Row>> rows) {
        try {
            return rows.get();
        } catch (Exception e) {
            SessionException.throwIfClassesAreMissing(e);
            throw e;
        }
    }

    private static Dataset<RecordBlock> byMachine(Dataset<RecordBlock> blocks) {
        return blocks.repartition(functions.col("machineId"))
                .sortWithinPartitions("machineId", "kind", "eventTime", "tiles");
    }

    private Dataset<Row> selected(Dataset<? extends FeatureRow> rows, List<Column> columns) {
        return TableContents.mark(rows.select(columns.toArray(Column[]::new)), spec);
    }

    /** The prediction time travels as a number: how beans hold a timestamp depends on the session's settings. */
    private static List<Column> keys() {
        return new ArrayList<>(List.of(
                functions.col("machineId").as(Columns.MACHINE_ID),
                functions.timestamp_micros(functions.col("asOf")).as(Columns.AS_OF),
                functions.col("status").as(FeatureColumns.FEATURE_STATUS),
                orNull(functions.col("coverage")).as(FeatureColumns.COVERAGE)));
    }

    /** NaN stands for null in the kernel. */
    private static Column orNull(Column value) {
        return functions.nanvl(value, functions.lit(null).cast("double"));
    }
}
