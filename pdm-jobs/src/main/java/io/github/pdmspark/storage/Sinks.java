package io.github.pdmspark.storage;

import io.github.pdmspark.publication.DeltaTable;
import io.github.pdmspark.publication.JdbcTable;
import io.github.pdmspark.publication.ParquetTable;
import io.github.pdmspark.publication.PublishedTable;
import io.github.pdmspark.spec.SinkSpec;
import org.apache.spark.sql.SparkSession;

/** Opens the sinks of a specification. */
public final class Sinks {

    private Sinks() {}

    /** The table that a sink names; it need not exist yet. Runs no Spark job. */
    public static PublishedTable open(SparkSession spark, SinkSpec sink) {
        if (sink instanceof SinkSpec.Parquet parquet) {
            return ParquetTable.at(spark, parquet.path()).keepingVersions(parquet.keptVersions());
        }
        if (sink instanceof SinkSpec.Delta delta) {
            return DeltaTable.at(spark, delta.path());
        }
        SinkSpec.Jdbc jdbc = (SinkSpec.Jdbc) sink;
        return JdbcTable.of(spark, Sources.database(jdbc.database()), jdbc.table());
    }
}
