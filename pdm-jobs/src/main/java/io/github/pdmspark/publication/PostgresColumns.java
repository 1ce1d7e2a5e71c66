package io.github.pdmspark.publication;

import io.github.pdmspark.schema.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * The columns of a table in PostgreSQL.
 *
 * @param names quoted, in order
 * @param declarations names with their types
 */
record PostgresColumns(List<String> names, List<String> declarations) {

    /** A time is an instant there, too, whatever the zone of either side. */
    private static final Map<DataType, String> TYPES = Map.of(
            DataTypes.StringType, "text",
            DataTypes.TimestampType, "timestamptz",
            DataTypes.DoubleType, "double precision",
            DataTypes.FloatType, "real",
            DataTypes.IntegerType, "integer",
            DataTypes.LongType, "bigint",
            DataTypes.BooleanType, "boolean",
            DataTypes.DateType, "date");

    private static final List<String> KEY = List.of(ScopedRows.SCOPE, Columns.MACHINE_ID, Columns.AS_OF);

    static PostgresColumns of(Dataset<Row> rows) {
        StructField[] fields = rows.schema().fields();
        Map<String, String> refused = new TreeMap<>();
        for (StructField field : fields) {
            if (!TYPES.containsKey(field.dataType())) {
                refused.put(field.name(), field.dataType().simpleString());
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(
                    "PostgreSQL cannot hold the columns " + refused + ". Select or cast them before publishing.");
        }
        List<String> names =
                Arrays.stream(fields).map(field -> quoted(field.name())).toList();
        List<String> declarations = Arrays.stream(fields)
                .map(field -> quoted(field.name()) + " " + TYPES.get(field.dataType()))
                .toList();
        return new PostgresColumns(names, declarations);
    }

    String listed() {
        return String.join(", ", names);
    }

    static String key() {
        return KEY.stream().map(PostgresColumns::quoted).collect(Collectors.joining(", "));
    }

    /** {@code SET} of an upsert: all that is not the key. */
    String assignments() {
        List<String> key = KEY.stream().map(PostgresColumns::quoted).toList();
        return names.stream()
                .filter(name -> !key.contains(name))
                .map(name -> name + " = EXCLUDED." + name)
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
