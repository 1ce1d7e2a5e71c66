package io.github.pdmspark.leakage;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;

/**
 * Compares two tables of rows by machine and time, column by column.
 *
 * @param relativeTolerance doubles that differ by less of their size count as equal; 0: bit for bit
 */
record RowComparison(double relativeTolerance) {

    /** Stands for a column when a whole row is in one of the tables only. */
    static final String ROW = "(row)";

    private static final List<String> KEYS = List.of(Columns.MACHINE_ID, Columns.AS_OF);
    private static final String LEFT = "l";
    private static final String RIGHT = "r";

    /** The number of rows compared and what differs. */
    record Outcome(long rows, List<Difference> differences) {}

    /** Compares the rows with {@code as_of <= limit}. Runs one Spark job. */
    Outcome compare(Dataset<Row> before, Dataset<Row> after, Instant limit) {
        List<String> names = values(before);
        List<Difference> differences = new ArrayList<>();
        Set<String> odd = new LinkedHashSet<>(names);
        odd.addAll(values(after));
        odd.removeIf(name -> names.contains(name) && values(after).contains(name));
        odd.forEach(name -> differences.add(new Difference(name, 0, "the column is in one of the tables only")));
        List<String> common = names.stream().filter(name -> !odd.contains(name)).toList();
        Dataset<Row> joined = side(before, common, LEFT, limit)
                .join(
                        side(after, common, RIGHT, limit),
                        same(LEFT + "k0", RIGHT + "k0").and(same(LEFT + "k1", RIGHT + "k1")),
                        "full_outer");
        Row found = joined.agg(count(lit(1)), measures(before, common)).head();
        add(differences, ROW, found, 1);
        for (int i = 0; i < common.size(); i++) {
            add(differences, common.get(i), found, 3 + 2 * i);
        }
        return new Outcome(found.getLong(0), differences);
    }

    private static void add(List<Difference> differences, String column, Row found, int place) {
        if (found.getLong(place) > 0) {
            differences.add(new Difference(column, found.getLong(place), found.getString(place + 1)));
        }
    }

    private Column[] measures(Dataset<Row> rows, List<String> names) {
        Column alone = col(LEFT + "in").isNull().or(col(RIGHT + "in").isNull());
        Column place = concat_ws(
                " ",
                coalesce(col(LEFT + "k0"), col(RIGHT + "k0")),
                coalesce(col(LEFT + "k1"), col(RIGHT + "k1")).cast("string"));
        List<Column> result = new ArrayList<>();
        result.add(count(when(alone, 1)));
        result.add(min(when(alone, place)));
        for (int i = 0; i < names.size(); i++) {
            DataType type = rows.select(Identifiers.column(names.get(i)))
                    .schema()
                    .fields()[0]
                    .dataType();
            Column differs = not(alone).and(not(equal(LEFT + i, RIGHT + i, type)));
            result.add(count(when(differs, 1)));
            result.add(min(when(differs, place)));
        }
        return result.toArray(Column[]::new);
    }

    private Column equal(String left, String right, DataType type) {
        Column same = same(left, right);
        if (relativeTolerance == 0 || !type.equals(DataTypes.DoubleType)) {
            return same;
        }
        Column size = greatest(abs(col(left)), abs(col(right)));
        Column close = abs(col(left).minus(col(right))).leq(size.multiply(relativeTolerance));
        return same.or(coalesce(close, lit(false)));
    }

    private static Column same(String left, String right) {
        return col(left).eqNullSafe(col(right));
    }

    private static Dataset<Row> side(Dataset<Row> rows, List<String> names, String prefix, Instant limit) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < KEYS.size(); i++) {
            columns.add(Identifiers.column(KEYS.get(i)).as(prefix + "k" + i));
        }
        columns.add(lit(1).as(prefix + "in"));
        for (int i = 0; i < names.size(); i++) {
            Column column = Identifiers.column(names.get(i));
            boolean map = rows.select(column).schema().fields()[0].dataType() instanceof MapType;
            columns.add((map ? column.cast("string") : column).as(prefix + i));
        }
        return rows.where(Identifiers.column(Columns.AS_OF).leq(lit(limit))).select(columns.toArray(Column[]::new));
    }

    private static List<String> values(Dataset<Row> rows) {
        return List.of(rows.columns()).stream()
                .filter(name -> !KEYS.contains(name))
                .toList();
    }
}
