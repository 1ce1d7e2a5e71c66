package io.github.pdmspark.schema;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** References to columns whose names may hold dots, spaces, quotes or backticks. */
public final class Identifiers {

    private Identifiers() {}

    /** The name in backticks, backticks inside doubled: safe in a SQL expression as an identifier. */
    public static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** The column of exactly this name; a dot is part of the name, never a path into a struct. */
    public static Column column(String name) {
        return functions.col(quoted(name));
    }
}
