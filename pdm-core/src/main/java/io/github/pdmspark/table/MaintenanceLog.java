package io.github.pdmspark.table;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.table.EventTyping.NameColumn;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Components that were replaced or serviced, planned or after a failure. Optional. */
public final class MaintenanceLog extends DatedTable<MaintenanceLog> {

    private final NameColumn name;

    private MaintenanceLog(Source source, NameColumn name) {
        super(source);
        this.name = name;
    }

    /** A maintenance log in the rows of any dataset; name the columns next. */
    public static MaintenanceLog from(Dataset<Row> rows) {
        return new MaintenanceLog(Source.of(rows), new NameColumn(Columns.COMPONENT, null, "component", List.of()));
    }

    @Override
    MaintenanceLog with(Source source) {
        return new MaintenanceLog(source, name);
    }

    /** The column with the component that was maintained. */
    public MaintenanceLog component(String column) {
        return new MaintenanceLog(source(), name.withColumn(column));
    }

    /** The components that may occur, in the order that decides ties; rows with another one go to the quarantine. */
    public MaintenanceLog allowed(String... names) {
        return new MaintenanceLog(source(), name.withAllowed(names));
    }

    /** What {@link #allowed} declared; empty when any name may occur. */
    public List<String> allowedNames() {
        return name.allowed();
    }

    @Override
    public TypedTable typed(TableDefaults defaults) {
        return EventTyping.typed("maintenance", source(), name, defaults);
    }
}
