package io.github.pdmspark.table;

import static org.apache.spark.sql.functions.col;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.schema.Columns;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads Parquet files so that every row carries the file it came from. */
public final class ParquetFiles {

    private ParquetFiles() {}

    /**
     * The rows of the files at {@code path}, a file, folder or glob. Lazy.
     *
     * @throws SchemaException if there is no file
     */
    public static Dataset<Row> read(SparkSession spark, String path) {
        try {
            return spark.read()
                    .parquet(path)
                    .select(col("*"), col("_metadata.file_path").as(Columns.SOURCE_FILE));
        } catch (Exception e) {
            if (e instanceof AnalysisException) {
                throw new SchemaException(new Problem(
                        ErrorCondition.PDM_PATH_NOT_FOUND,
                        "There is no Parquet table at '" + path + "'.",
                        "correct the path; a folder, a file or a glob is read."));
            }
            throw e;
        }
    }
}
