package io.github.pdmspark.table;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.schema.Columns;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Times in which a machine did not work: off, in repair, on a test stand. Each lasts from its {@link #time} until just before
 * its {@link #until}; several may overlap and mean their union. Optional.
 *
 * <p>A reading from such a time does not exist for features, and a prediction time in it is neither trained nor scored. Begin
 * and end are known as they happen. Of several rows of a machine and begin the latest end counts, so that a log may be
 * appended to: first without an end, later with it.
 */
public final class Suspensions extends DatedTable<Suspensions> {

    /** The name of the table in reports. */
    public static final String NAME = "suspensions";

    private final @Nullable String until;

    private Suspensions(Source source, @Nullable String until) {
        super(source);
        this.until = until;
    }

    /** Suspensions in the rows of any dataset; name the columns next. */
    public static Suspensions from(Dataset<Row> rows) {
        return new Suspensions(Source.of(rows), null);
    }

    @Override
    Suspensions with(Source source) {
        return new Suspensions(source, until);
    }

    /** The column that says when the machine works again, in the format of the time column; NULL: not yet. */
    public Suspensions until(String column) {
        return new Suspensions(source(), column);
    }

    @Override
    public TypedTable typed(TableDefaults defaults) {
        TableTyping typing = new TableTyping(NAME, rows(), source().strict());
        if (source().knownAt() != null || !source().delay().isZero()) {
            typing.problem(
                    ErrorCondition.PDM_MAPPING_INCOMPLETE,
                    "Table 'suspensions' declares when a record became known, but whether a machine works is known at once.",
                    "leave .knownAt(...) and .delay(...) out; where it was noticed later, give that time as the begin.");
        }
        KeyTyping keys = new KeyTyping(typing, defaults);
        keys.addMachineId(source().machineId());
        keys.addInterval(source(), until);
        List<String> key = List.of(Columns.MACHINE_ID, Columns.EVENT_TIME);
        return typing.finish(key, List.of(Columns.UNTIL), List.of(), true, source().maxRejectedShare());
    }
}
