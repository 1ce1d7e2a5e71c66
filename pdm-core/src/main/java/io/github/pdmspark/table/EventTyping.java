package io.github.pdmspark.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.github.pdmspark.schema.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/** The common shape of the three event logs: machine, time and one name. */
final class EventTyping {

    private EventTyping() {}

    static TypedTable typed(String table, Source source, NameColumn name, TableDefaults defaults) {
        return typed(table, source, name, Optional.empty(), defaults);
    }

    /** Two actions at one time are two events. */
    static TypedTable typed(
            String table, Source source, NameColumn name, Optional<String> action, TableDefaults defaults) {
        TableTyping typing = new TableTyping(table, source.rows(), source.strict());
        KeyTyping keys = new KeyTyping(typing, defaults);
        keys.addMachineId(source.machineId());
        keys.addTimes(source);
        typing.resolve(name.column(), name.declaredBy()).ifPresent(column -> {
            Column text = typing.text(column);
            typing.add(name.canonical(), text);
            typing.check(QualityRule.NAME_MISSING, column.name(), text.isNull(), col(column.safeName()));
            if (!name.allowed().isEmpty()) {
                Column unknown = text.isNotNull().and(not(text.isInCollection(name.allowed())));
                typing.check(QualityRule.NAME_NOT_ALLOWED, column.name(), unknown, text, name.allowed());
            }
        });
        action.flatMap(column -> typing.resolve(column, "action"))
                .ifPresent(column -> typing.add(Columns.ACTION, typing.text(column)));
        List<String> names = action.isPresent() ? List.of(name.canonical(), Columns.ACTION) : List.of(name.canonical());
        List<String> key = new ArrayList<>(List.of(Columns.MACHINE_ID, Columns.EVENT_TIME));
        key.addAll(names);
        return typing.finish(key, List.of(), names, true, source.maxRejectedShare());
    }

    /**
     * The column that names the event.
     *
     * @param canonical the library's name of the column
     * @param column the user's name
     * @param declaredBy the method that declares it
     * @param allowed names that may occur; empty: any
     */
    record NameColumn(String canonical, @Nullable String column, String declaredBy, List<String> allowed) {

        NameColumn {
            allowed = List.copyOf(allowed);
        }

        NameColumn withColumn(String newColumn) {
            return new NameColumn(canonical, newColumn, declaredBy, allowed);
        }

        NameColumn withAllowed(String... names) {
            return new NameColumn(canonical, column, declaredBy, List.of(names));
        }
    }
}
