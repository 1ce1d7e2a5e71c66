package io.github.pdmspark.evaluation;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ways to divide the machines of a fleet: {@code MachineGroups.of(history).by("model").byBand("age", 5, 10)}. A machine without
 * a value is {@code unknown}. Immutable and lazy.
 */
public final class MachineGroups {

    /** The value of machines without a value. */
    public static final String UNKNOWN = "unknown";

    private final FleetHistory history;
    private final List<String> attributes;
    private final List<Dataset<Row>> parts;

    private MachineGroups(FleetHistory history, List<String> attributes, List<Dataset<Row>> parts) {
        this.history = history;
        this.attributes = attributes;
        this.parts = parts;
    }

    /** Starts with no division. */
    public static MachineGroups of(FleetHistory history) {
        return new MachineGroups(history, List.of(), List.of());
    }

    /** Also by the values of a categorical attribute. */
    public MachineGroups by(String attribute) {
        requireKnown(attribute, history.categoricalAttributes());
        return with(attribute, history.latestMachines(), Identifiers.column(attribute));
    }

    /** Also by bands of a numeric attribute, cut at rising {@code limits}: {@code < 5}, {@code 5 .. < 10}, {@code >= 10}. */
    public MachineGroups byBand(String attribute, double... limits) {
        requireKnown(attribute, history.numericAttributes());
        if (limits.length == 0
                || !Arrays.equals(
                        limits, Arrays.stream(limits).sorted().distinct().toArray())) {
            throw new IllegalArgumentException(
                    "Bands of '" + attribute + "' need rising limits, not " + Arrays.toString(limits) + ".");
        }
        return with(attribute, history.latestMachines(), band(Identifiers.column(attribute), limits));
    }

    /** Also by whether a machine has rows in {@code training}: {@code seen} or {@code unseen}. */
    public MachineGroups bySeen(LabelledDataset training) {
        Dataset<Row> seen =
                training.rows().select(Columns.MACHINE_ID).distinct().withColumn("seen", lit("seen"));
        Dataset<Row> known = history.telemetry()
                .select(Columns.MACHINE_ID)
                .union(history.latestMachines().select(Columns.MACHINE_ID))
                .distinct();
        Dataset<Row> all = known.join(seen, new String[] {Columns.MACHINE_ID}, "left");
        return with("machine", all, coalesce(col("seen"), lit("unseen")));
    }

    List<String> attributes() {
        return attributes;
    }

    /** One table per attribute: machine_id, value; machines without a value are left out. */
    List<Dataset<Row>> parts() {
        return parts;
    }

    private MachineGroups with(String attribute, Dataset<Row> machines, Column value) {
        List<String> names = new ArrayList<>(attributes);
        names.add(attribute);
        List<Dataset<Row>> all = new ArrayList<>(parts);
        all.add(machines.select(col(Columns.MACHINE_ID), value.as("value"))
                .where(col("value").isNotNull()));
        return new MachineGroups(history, List.copyOf(names), List.copyOf(all));
    }

    private static Column band(Column number, double[] limits) {
        Column band = when(number.lt(limits[0]), "< " + text(limits[0]));
        for (int i = 1; i < limits.length; i++) {
            band = band.when(number.lt(limits[i]), text(limits[i - 1]) + " .. < " + text(limits[i]));
        }
        double last = limits[limits.length - 1];
        return band.when(number.geq(last), ">= " + text(last));
    }

    private static String text(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : String.valueOf(number);
    }

    private static void requireKnown(String attribute, List<String> known) {
        if (!known.contains(attribute)) {
            throw new IllegalArgumentException(
                    "The machines have no attribute '" + attribute + "' of this kind, only " + known + ".");
        }
    }
}
