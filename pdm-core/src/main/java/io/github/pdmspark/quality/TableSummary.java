package io.github.pdmspark.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of the rows of one table: {@code rowsIn = accepted + quarantined + duplicates}, always.
 *
 * @param table name of the table
 * @param given whether the caller supplied it
 * @param rowsIn rows read
 * @param accepted rows that later steps see
 * @param quarantined rows set aside
 * @param duplicates rows removed as copies of an accepted one
 * @param first earliest event time among accepted rows, if there is one
 * @param last latest event time among accepted rows, if there is one
 * @param ignoredColumns columns of the table that its mapping does not name
 */
public record TableSummary(
        String table,
        boolean given,
        long rowsIn,
        long accepted,
        long quarantined,
        long duplicates,
        Optional<Instant> first,
        Optional<Instant> last,
        List<String> ignoredColumns) {

    public TableSummary {
        ignoredColumns = List.copyOf(ignoredColumns);
        if (rowsIn != accepted + quarantined + duplicates) {
            throw new IllegalStateException("Rows of table '" + table + "' were lost: " + rowsIn + " in, " + accepted
                    + " accepted, " + quarantined + " quarantined, " + duplicates
                    + " duplicates. The source changed while it was read; build the history again.");
        }
    }

    static TableSummary notGiven(String table) {
        return new TableSummary(table, false, 0, 0, 0, 0, Optional.empty(), Optional.empty(), List.of());
    }
}
