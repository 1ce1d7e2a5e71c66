package io.github.pdmspark.storage;

import io.github.pdmspark.database.JdbcDatabase;
import io.github.pdmspark.database.ReadRanges;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
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
