package io.github.pdmspark.storage;

import io.github.pdmspark.database.JdbcDatabase;
import io.github.pdmspark.database.ReadRanges;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.spec.Database;
import io.github.pdmspark.spec.Secret;
import io.github.pdmspark.spec.SourceSpec;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.JsonFiles;
import io.github.pdmspark.table.ParquetFiles;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Opens the sources of a specification. */
public final class Sources {

    private Sources() {}

    /**
     * The rows of a source. Lazy but for headers and schemas.
     *
     * @throws io.github.pdmspark.error.SchemaException if there is no such source
     */
    public static Dataset<Row> open(SparkSession spark, SourceSpec source) {
        if (source instanceof SourceSpec.Csv csv) {
            return CsvFiles.separatedBy(csv.separator()).read(spark, csv.path());
        }
        if (source instanceof SourceSpec.Parquet parquet) {
            return ParquetFiles.read(spark, parquet.path());
        }
        if (source instanceof SourceSpec.Json json) {
            return JsonFiles.read(spark, json.path());
        }
        if (source instanceof SourceSpec.Delta delta) {
            return delta(spark, delta);
        }
        if (source instanceof SourceSpec.Table table) {
            return table(spark, table.name());
        }
        return jdbc(spark, (SourceSpec.Jdbc) source);
    }

    /**
     * The rows of a source as a stream of those that are added. Lazy but for schemas.
     *
     * @param table what it holds, for messages
     * @throws SchemaException if there is no such source, or its kind tells no added rows
     */
    public static Dataset<Row> follow(SparkSession spark, SourceSpec source, String table) {
        if (source instanceof SourceSpec.Parquet parquet) {
            StructType schema = ParquetFiles.read(spark, parquet.path())
                    .drop(Columns.SOURCE_FILE)
                    .schema();
            return spark.readStream().schema(schema).parquet(parquet.path());
        }
        if (source instanceof SourceSpec.Delta delta && delta.version().isEmpty()) {
            return spark.readStream().format("delta").load(delta.path());
        }
        if (source instanceof SourceSpec.Table named) {
            return spark.readStream().table(named.name());
        }
        throw new SchemaException(new Problem(
                ErrorCondition.PDM_SOURCE_NOT_FOLLOWED,
                "sources." + table + ".from: this kind of source does not tell which rows were added.",
                "follow Parquet folders, Delta tables without a version or tables of the catalog; land other sources in one"
                        + " of them first, as 'pdm validate --write' does."));
    }

    private static Dataset<Row> table(SparkSession spark, String name) {
        if (!spark.catalog().tableExists(name)) {
            throw missing("The catalog has no table '" + name + "'.", "write it as catalog.schema.table.");
        }
        return spark.table(name);
    }

    private static SchemaException missing(String message, String fix) {
        return new SchemaException(new Problem(ErrorCondition.PDM_PATH_NOT_FOUND, message, fix));
    }

    private static Dataset<Row> delta(SparkSession spark, SourceSpec.Delta delta) {
        DataFrameReader reader = spark.read().format("delta");
        return delta.version()
                .map(version -> reader.option("versionAsOf", version))
                .orElse(reader)
                .load(delta.path());
    }

    private static Dataset<Row> jdbc(SparkSession spark, SourceSpec.Jdbc jdbc) {
        JdbcDatabase database = database(jdbc.database());
        return jdbc.partitions()
                .map(ranges -> database.read(
                        spark,
                        jdbc.table(),
                        new ReadRanges(ranges.column(), ranges.lower(), ranges.upper(), ranges.count())))
                .orElseGet(() -> database.read(spark, jdbc.table()));
    }

    static JdbcDatabase database(Database database) {
        return new JdbcDatabase(
                database.url(),
                database.user().map(Secret::reveal),
                database.password().map(Secret::reveal));
    }
}
