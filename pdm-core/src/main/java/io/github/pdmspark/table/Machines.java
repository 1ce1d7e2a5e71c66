package io.github.pdmspark.table;

import io.github.pdmspark.schema.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Attributes of machines that do not change: one row per machine. Optional. */
public final class Machines {

    private final Dataset<Row> rows;
    private final @Nullable String machineId;
    private final List<String> categorical;
    private final List<String> numeric;

    private Machines(Dataset<Row> rows, @Nullable String machineId, List<String> categorical, List<String> numeric) {
        this.rows = rows;
        this.machineId = machineId;
        this.categorical = List.copyOf(categorical);
        this.numeric = List.copyOf(numeric);
    }

    /** Machine attributes in the rows of any dataset; name the columns next. */
    public static Machines from(Dataset<Row> rows) {
        return new Machines(rows, null, List.of(), List.of());
    }

    /** The column that identifies the machine: text or a whole number. White space around an id does not count. */
    public Machines machineId(String column) {
        return new Machines(rows, column, categorical, numeric);
    }

    /** Columns with a limited set of values, such as the model. */
    public Machines categorical(String... columns) {
        return new Machines(rows, machineId, joined(categorical, columns), numeric);
    }

    /** Columns with numbers, such as the age in years. */
    public Machines numeric(String... columns) {
        return new Machines(rows, machineId, categorical, joined(numeric, columns));
    }

    /** Names of the categorical attributes, in the order of declaration. */
    public List<String> categoricalAttributes() {
        return categorical;
    }

    /** Names of the numeric attributes, in the order of declaration. */
    public List<String> numericAttributes() {
        return numeric;
    }

    /** The checks, types and key of this table. */
    public TypedTable typed() {
        TableTyping typing = new TableTyping("machines", rows, Set.of());
        new KeyTyping(typing, TableDefaults.NONE).addMachineId(machineId);
        for (String attribute : categorical) {
            typing.resolve(attribute, "categorical").ifPresent(column -> typing.add(attribute, typing.text(column)));
        }
        NumberTyping numbers = new NumberTyping(typing);
        numeric.forEach(name -> numbers.add(name, name, "numeric", List.of(), Optional.empty()));
        return typing.finish(
                List.of(Columns.MACHINE_ID),
                joined(categorical, numeric.toArray(String[]::new)),
                categorical,
                false,
                HALF);
    }

    private static final double HALF = 0.5;

    private static List<String> joined(List<String> first, String... more) {
        return new ArrayList<>(
                Stream.concat(first.stream(), Stream.of(more)).distinct().toList());
    }
}
