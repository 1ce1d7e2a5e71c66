package io.github.pdmspark.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** Where the rows of a table come from; {@code kind} names it in a specification. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SourceSpec.Csv.class, name = "csv"),
    @JsonSubTypes.Type(value = SourceSpec.Json.class, name = "json"),
    @JsonSubTypes.Type(value = SourceSpec.Parquet.class, name = "parquet"),
    @JsonSubTypes.Type(value = SourceSpec.Delta.class, name = "delta"),
    @JsonSubTypes.Type(value = SourceSpec.Table.class, name = "table"),
    @JsonSubTypes.Type(value = SourceSpec.Jdbc.class, name = "jdbc"),
})
public sealed interface SourceSpec {

    /**
     * CSV files with a header.
     *
     * @param path a file, folder or glob
     * @param separator the character between two fields
     */
    record Csv(String path, char separator) implements SourceSpec {}

    /**
     * Files with one JSON object a line.
     *
     * @param path a file, folder or glob
     */
    record Json(String path) implements SourceSpec {}

    /**
     * Parquet files.
     *
     * @param path a file, folder or glob
     */
    record Parquet(String path) implements SourceSpec {}

    /**
     * A Delta table in a folder.
     *
     * @param path the folder
     * @param version the version to read, the latest unless given
     */
    record Delta(String path, Optional<Long> version) implements SourceSpec {}

    /**
     * A table of the session's catalog.
     *
     * @param name with one to three levels, such as {@code main.fleet.telemetry}
     */
    record Table(String name) implements SourceSpec {}

    /**
     * A table of a database.
     *
     * @param database where it is and who reads it
     * @param table its name
     * @param partitions how to read it in parallel; in one piece unless given
     */
    record Jdbc(Database database, String table, Optional<Partitions> partitions) implements SourceSpec {}

    /**
     * Ranges of a column that are read in parallel; rows outside of the limits are read, too.
     *
     * @param column a number, date or timestamp
     * @param lower where the first range ends at the latest
     * @param upper where the last range begins at the earliest
     * @param count how many ranges
     */
    record Partitions(String column, String lower, String upper, int count) {}
}
