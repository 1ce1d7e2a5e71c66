package io.github.pdmspark.table;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.table.EventTyping.NameColumn;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Components that were replaced or serviced, planned or after a failure. Optional. */
public final class MaintenanceLog extends DatedTable<MaintenanceLog> {

    private final NameColumn name;

    private final @Nullable String action;

    private MaintenanceLog(Source source, NameColumn name, @Nullable String action) {
        super(source);
        this.name = name;
        this.action = action;
    }

    /** A maintenance log in the rows of any dataset; name the columns next. */
    public static MaintenanceLog from(Dataset<Row> rows) {
        return new MaintenanceLog(
                Source.of(rows), new NameColumn(Columns.COMPONENT, null, "component", List.of()), null);
    }

    @Override
    MaintenanceLog with(Source source) {
        return new MaintenanceLog(source, name, action);
    }

    /** The column with the component that was maintained. */
    public MaintenanceLog component(String column) {
        return new MaintenanceLog(source(), name.withColumn(column), action);
    }

    /** The components that may occur, in the order that decides ties; rows with another one go to the quarantine. */
    public MaintenanceLog allowed(String... names) {
        return new MaintenanceLog(source(), name.withAllowed(names), action);
    }

    /** What {@link #allowed} declared; empty when any name may occur. */
    public List<String> allowedNames() {
        return name.allowed();
    }

    /** The column that says what was done, such as replaced or inspected; without it, nothing is known of it. */
    public MaintenanceLog action(String column) {
        return new MaintenanceLog(source(), name, column);
    }

    @Override
    public TypedTable typed(TableDefaults defaults) {
        return EventTyping.typed("maintenance", source(), name, Optional.ofNullable(action), defaults);
    }
}
