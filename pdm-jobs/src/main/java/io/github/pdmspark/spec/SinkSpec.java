package io.github.pdmspark.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where results are published; {@code kind} names it in a specification. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SinkSpec.Parquet.class, name = "parquet"),
    @JsonSubTypes.Type(value = SinkSpec.Delta.class, name = "delta"),
    @JsonSubTypes.Type(value = SinkSpec.Jdbc.class, name = "jdbc"),
})
public sealed interface SinkSpec {

    /**
     * A {@link io.github.pdmspark.publication.ParquetTable}.
     *
     * @param path its folder
     * @param keptVersions how many versions stay readable
     */
    record Parquet(String path, int keptVersions) implements SinkSpec {}

    /**
     * A Delta table in a folder.
     *
     * @param path the folder
     */
    record Delta(String path) implements SinkSpec {}

    /**
     * A table of a database.
     *
     * @param database where it is and who writes it
     * @param table its name
     */
    record Jdbc(Database database, String table) implements SinkSpec {}
}
