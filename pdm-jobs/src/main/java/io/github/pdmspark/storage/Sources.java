package io.github.pdmspark.storage;

import io.github.pdmspark.spec.SourceSpec;
import io.github.pdmspark.table.CsvFiles;
import io.github.pdmspark.table.ParquetFiles;
import java.util.Optional;
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
            return spark.read().json(json.path());
        }
        if (source instanceof SourceSpec.Delta delta) {
            return delta(spark, delta);
        }
        if (source instanceof SourceSpec.Table table) {
            return spark.table(table.name());
        }
        return jdbc(spark, (SourceSpec.Jdbc) source);
    }

    private static Dataset<Row> delta(SparkSession spark, SourceSpec.Delta delta) {
        DataFrameReader reader = spark.read().format("delta");
        return delta.version()
                .map(version -> reader.option("versionAsOf", version))
                .orElse(reader)
                .load(delta.path());
    }

    private static Dataset<Row> jdbc(SparkSession spark, SourceSpec.Jdbc jdbc) {
        DataFrameReader reader =
                spark.read().format("jdbc").option("url", jdbc.database().url()).option("dbtable", jdbc.table());
        jdbc.database().user().ifPresent(user -> reader.option("user", user.reveal()));
        jdbc.database().password().ifPresent(password -> reader.option("password", password.reveal()));
        Optional<SourceSpec.Partitions> partitions = jdbc.partitions();
        partitions.ifPresent(ranges -> reader.option("partitionColumn", ranges.column())
                .option("lowerBound", ranges.lower())
                .option("upperBound", ranges.upper())
                .option("numPartitions", ranges.count()));
        return reader.load();
    }
}
