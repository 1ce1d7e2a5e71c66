package io.github.pdmspark.table;

import io.github.pdmspark.schema.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Attributes of machines: one row per machine, or one per machine and time in which it held. Optional. */
public final class Machines {

    private final Dataset<Row> rows;
    private final @Nullable String machineId;
    private final List<String> categorical;
    private final List<String> numeric;
    /** Columns of times, by our name. */
    private final Map<String, String> times;

    private final boolean complete;

    private Machines(
            Dataset<Row> rows,
            @Nullable String machineId,
            List<String> categorical,
            List<String> numeric,
            Map<String, String> times,
            boolean complete) {
        this.rows = rows;
        this.machineId = machineId;
        this.categorical = List.copyOf(categorical);
        this.numeric = List.copyOf(numeric);
        this.times = Map.copyOf(times);
        this.complete = complete;
    }

    /** Machine attributes in the rows of any dataset; name the columns next. */
    public static Machines from(Dataset<Row> rows) {
        return new Machines(rows, null, List.of(), List.of(), Map.of(), false);
    }

    /** The column that identifies the machine: text or a whole number. White space around an id does not count. */
    public Machines machineId(String column) {
        return new Machines(rows, column, categorical, numeric, times, complete);
    }

    /** Columns with a limited set of values, such as the model. */
    public Machines categorical(String... columns) {
        return new Machines(rows, machineId, joined(categorical, columns), numeric, times, complete);
    }

    /** Columns with numbers, such as the age in years. */
    public Machines numeric(String... columns) {
        return new Machines(rows, machineId, categorical, joined(numeric, columns), times, complete);
    }

    /**
     * The column since when a row holds: TIMESTAMP, DATE or ISO text; NULL means always. A prediction time uses the row that
     * held just before it.
     */
    public Machines validFrom(String column) {
        return with(Columns.VALID_FROM, column);
    }

    /** The column until when a row holds; NULL means until the next row of the machine begins. */
    public Machines validTo(String column) {
        return with(Columns.VALID_TO, column);
    }

    /** The column that says when a machine was installed, for its age. */
    public Machines installedAt(String column) {
        return with(Columns.INSTALLED_AT, column);
    }

    /** The table lists every machine: telemetry of another one, kept and counted otherwise, refuses the history. */
    public Machines complete() {
        return new Machines(rows, machineId, categorical, numeric, times, true);
    }

    /** What {@link #complete} declared. */
    public boolean isComplete() {
        return complete;
    }

    private Machines with(String canonical, String column) {
        Map<String, String> more = new HashMap<>(times);
        more.put(canonical, column);
        return new Machines(rows, machineId, categorical, numeric, more, complete);
    }

    /** Names of the categorical attributes, in the order of declaration. */
    public List<String> categoricalAttributes() {
        return categorical;
    }

    /** Names of the numeric attributes, in the order of declaration. */
    public List<String> numericAttributes() {
        return numeric;
    }

    /** The checks, types and key of this table; the defaults serve its times. */
    public TypedTable typed(TableDefaults defaults) {
        TableTyping typing = new TableTyping("machines", rows, Set.of());
        KeyTyping keys = new KeyTyping(typing, defaults);
        keys.addMachineId(machineId);
        for (String attribute : categorical) {
            typing.resolve(attribute, "categorical").ifPresent(column -> typing.add(attribute, typing.text(column)));
        }
        NumberTyping numbers = new NumberTyping(typing);
        numeric.forEach(name -> numbers.add(name, name, "numeric", List.of(), Optional.empty()));
        addTime(keys, Columns.VALID_FROM, "validFrom");
        addTime(keys, Columns.VALID_TO, "validTo");
        addTime(keys, Columns.INSTALLED_AT, "installedAt");
        List<String> values = joined(categorical, numeric.toArray(String[]::new));
        Stream.of(Columns.VALID_TO, Columns.INSTALLED_AT)
                .filter(times::containsKey)
                .forEach(values::add);
        return typing.finish(
                times.containsKey(Columns.VALID_FROM)
                        ? List.of(Columns.MACHINE_ID, Columns.VALID_FROM)
                        : List.of(Columns.MACHINE_ID),
                values,
                categorical,
                false,
                HALF);
    }

    private void addTime(KeyTyping keys, String canonical, String declaredBy) {
        Optional.ofNullable(times.get(canonical)).ifPresent(column -> keys.addTime(column, canonical, declaredBy));
    }

    private static final double HALF = 0.5;

    private static List<String> joined(List<String> first, String... more) {
        return new ArrayList<>(
                Stream.concat(first.stream(), Stream.of(more)).distinct().toList());
    }
}
