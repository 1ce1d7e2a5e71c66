package io.github.pdmspark.storage;

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
        throw new UnsupportedOperationException("Results cannot be published to " + sink + " by this version.");
    }
}
