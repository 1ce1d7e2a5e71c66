package io.github.pdmspark.quality;

import java.util.Locale;

/**
 * One thing that was found in a table.
 *
 * @param table name of the table
 * @param rule stable name of what was broken or noticed
 * @param column the user's name of the column, or empty
 * @param severity what it meant for the rows
 * @param count how many rows, values or machines
 * @param example one offending value, cut to 80 characters, or empty
 * @param fix what to do about it
 */
public record Finding(
        String table, String rule, String column, Severity severity, long count, String example, String fix) {

    /** What a finding meant for the rows that it counts. */
    public enum Severity {
        /** The rows were set aside. */
        QUARANTINED,
        /** The rows were counted as copies and removed. */
        DUPLICATE,
        /** The values became missing. */
        MISSING,
        /** Nothing was changed. */
        NOTICE
    }

    @Override
    public String toString() {
        String place = column.isEmpty() ? table : table + "." + column;
        String shown = example.isEmpty() ? "" : " (for example '" + example + "')";
        return String.format(Locale.ROOT, "%-11s %-22s %s: %,d%s. %s", severity, rule, place, count, shown, fix);
    }
}
