package io.github.pdmspark.table;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A table with the library's columns beside the user's and the checks that its rows must pass; lazy.
 *
 * @param name telemetry, errors, maintenance, failures, suspensions or machines
 * @param rows all rows that were given, with {@link #RAW} and {@link #FILE}
 * @param checks every rule that a row can break, in the order in which the first one names the reason of a rejection
 * @param key columns that identify a record
 * @param values columns beside the key, without the known time
 * @param vocabularies columns whose distinct values the fleet must know
 * @param ignored the user's columns that the mapping does not name
 * @param dated whether the table has event and known times
 * @param maxRejectedShare the share of rejected rows above which the table is refused
 */
public record TypedTable(
        String name,
        Dataset<Row> rows,
        List<Check> checks,
        List<String> key,
        List<String> values,
        List<String> vocabularies,
        List<String> ignored,
        boolean dated,
        double maxRejectedShare) {

    /** Column of {@link #rows}: the row as it was given, as text. */
    public static final String RAW = "__pdm_raw";
    /** Column of {@link #rows}: the file that it came from, or NULL. */
    public static final String FILE = "__pdm_file";

    /** Column of {@link #rows}: the machine id as a number; absent where it is no whole number in the user's table. */
    public static final String MACHINE_NUMBER = "__pdm_machine_number";

    static final String REJECTED = "__pdm_rejected";
    static final String CONSPICUOUS = "__pdm_conspicuous";

    public TypedTable {
        checks = List.copyOf(checks);
        key = List.copyOf(key);
        values = List.copyOf(values);
        vocabularies = List.copyOf(vocabularies);
        ignored = List.copyOf(ignored);
    }

    /** True where a row leaves the table; never NULL. */
    public Column rejected() {
        return functions.col(REJECTED);
    }

    /** True where a row breaks any rule; never NULL. */
    public Column conspicuous() {
        return functions.col(CONSPICUOUS);
    }
}
