package io.github.pdmspark.table;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.table.EventTyping.NameColumn;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Errors that a machine reported and ran on. Optional. */
public final class ErrorLog extends DatedTable<ErrorLog> {

    private final NameColumn name;

    private ErrorLog(Source source, NameColumn name) {
        super(source);
        this.name = name;
    }

    /** An error log in the rows of any dataset; name the columns next. */
    public static ErrorLog from(Dataset<Row> rows) {
        return new ErrorLog(Source.of(rows), new NameColumn(Columns.CODE, null, "code", List.of()));
    }

    @Override
    ErrorLog with(Source source) {
        return new ErrorLog(source, name);
    }

    /** The column with the error code, text or a whole number. */
    public ErrorLog code(String column) {
        return new ErrorLog(source(), name.withColumn(column));
    }

    /** The codes that may occur, in the order that decides ties; rows with another one go to the quarantine. */
    public ErrorLog allowed(String... names) {
        return new ErrorLog(source(), name.withAllowed(names));
    }

    /** What {@link #allowed} declared; empty when any name may occur. */
    public List<String> allowedNames() {
        return name.allowed();
    }

    @Override
    public TypedTable typed(TableDefaults defaults) {
        return EventTyping.typed("errors", source(), name, defaults);
    }
}
