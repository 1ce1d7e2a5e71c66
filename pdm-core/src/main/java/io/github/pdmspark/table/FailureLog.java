package io.github.pdmspark.table;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.table.EventTyping.NameColumn;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Components that failed. Optional; without it nothing can be labelled. */
public final class FailureLog extends DatedTable<FailureLog> {

    /** Every failure is a label: above this share of rejected rows the table is refused unless the caller allows more. */
    private static final double ONE_PERCENT = 0.01;

    private static final Duration DAY = Duration.ofDays(1);

    private final NameColumn name;
    private final Duration repair;

    private FailureLog(Source source, NameColumn name, Duration repair) {
        super(source);
        this.name = name;
        this.repair = repair;
    }

    /** A failure log in the rows of any dataset; name the columns next. */
    public static FailureLog from(Dataset<Row> rows) {
        return new FailureLog(
                Source.of(rows).withMaxRejectedShare(ONE_PERCENT),
                new NameColumn(Columns.COMPONENT, null, "component", List.of()),
                DAY);
    }

    @Override
    FailureLog with(Source source) {
        return new FailureLog(source, name, repair);
    }

    /** The column with the component that failed. */
    public FailureLog component(String column) {
        return new FailureLog(source(), name.withColumn(column), repair);
    }

    /** The components that may occur, in the order that decides ties; rows with another one go to the quarantine. */
    public FailureLog allowed(String... names) {
        return new FailureLog(source(), name.withAllowed(names), repair);
    }

    /** What {@link #allowed} declared; empty when any name may occur. */
    public List<String> allowedNames() {
        return name.allowed();
    }

    /**
     * The time a repair takes at least, one day unless said: another failure of the same component within it is the same
     * failure, reported again; it is removed and counted. Zero keeps every record.
     */
    public FailureLog minimumRepair(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A repair cannot take a negative time, but it is " + duration + ".");
        }
        return new FailureLog(source(), name, duration);
    }

    /** What {@link #minimumRepair} declared. */
    public Duration repair() {
        return repair;
    }

    @Override
    public TypedTable typed(TableDefaults defaults) {
        return EventTyping.typed("failures", source(), name, defaults);
    }
}
