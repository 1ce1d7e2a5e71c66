package io.github.pdmspark.quality;

import io.github.pdmspark.time.Micros;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * What was counted of one table.
 *
 * @param table its name
 * @param rows rows read
 * @param rejected rows that break a rejecting rule
 * @param conspicuous rows that break any rule
 * @param copies rows beyond the first of each key
 * @param conflicts keys with different values
 * @param repeated failures that repeat another one
 * @param first earliest accepted event time
 * @param last latest accepted event time
 * @param names values of the vocabularies, {@code i:name}
 * @param machines different machines
 * @param machine one of them
 * @param silent machines without telemetry
 * @param unlisted machines without a row of attributes
 * @param alike machines whose id differs from another one in zeros or letter case only
 * @param outside failures before the first or after the last reading of their machine
 */
record TableTotals(
        String table,
        long rows,
        long rejected,
        long conspicuous,
        long copies,
        Noted conflicts,
        long repeated,
        Optional<Instant> first,
        Optional<Instant> last,
        List<String> names,
        long machines,
        String machine,
        Noted silent,
        Noted unlisted,
        Noted alike,
        long outside) {

    private static final Noted NONE = new Noted(0, "");

    /** A number and one example, empty where there is none. */
    record Noted(long count, String example) {}

    TableTotals {
        names = List.copyOf(names);
    }

    static TableTotals of(Row row) {
        return new TableTotals(
                row.getAs("table"),
                row.<Long>getAs("rows"),
                row.<Long>getAs("rejected"),
                row.<Long>getAs("conspicuous"),
                row.<Long>getAs("copies"),
                noted(row, "conflicts", "example"),
                row.<Long>getAs("repeated"),
                time(row, "first"),
                time(row, "last"),
                row.getList(row.fieldIndex("names")),
                row.<Long>getAs("machines"),
                text(row, "machine"),
                noted(row, "silent", "silent_example"),
                noted(row, "unlisted", "unlisted_example"),
                noted(row, "alike", "alike_example"),
                row.<Long>getAs("outside"));
    }

    static TableTotals empty(String table) {
        return new TableTotals(
                table, 0, 0, 0, 0, NONE, 0, Optional.empty(), Optional.empty(), List.of(), 0, "", NONE, NONE, NONE, 0);
    }

    /** Rows that later steps see. */
    long accepted() {
        return rows - rejected - copies - repeated;
    }

    private static Noted noted(Row row, String count, String example) {
        return new Noted(row.<Long>getAs(count), text(row, example));
    }

    private static String text(Row row, String column) {
        String text = row.getAs(column);
        return text == null ? "" : Shown.of(text);
    }

    private static Optional<Instant> time(Row row, String column) {
        return Optional.ofNullable(row.<Long>getAs(column)).map(Micros::instant);
    }
}
