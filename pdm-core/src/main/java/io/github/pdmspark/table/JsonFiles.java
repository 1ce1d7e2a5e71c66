package io.github.pdmspark.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.schema.Columns;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads files with one JSON object a line, so that a line that is none is kept and marked. */
public final class JsonFiles {

    private JsonFiles() {}

    /**
     * The rows of the files at {@code path}, a file, folder or glob. All values are text, as they stand there (Spark 3.5
     * writes numbers anew: {@code 1.50} becomes {@code 1.5}); every row carries its file. Runs one Spark job that finds the
     * names of the columns.
     *
     * @throws SchemaException if there is no file
     */
    public static Dataset<Row> read(SparkSession spark, String path) {
        try {
            Dataset<Row> rows = spark.read()
                    .option("primitivesAsString", true)
                    .option("columnNameOfCorruptRecord", Columns.MALFORMED)
                    .json(path);
            Column raw = List.of(rows.columns()).contains(Columns.MALFORMED)
                    ? col(Columns.MALFORMED)
                    : lit(null).cast("string");
            return rows.select(
                    col("*"),
                    raw.as(Columns.RAW_LINE),
                    col("_metadata.file_path").as(Columns.SOURCE_FILE));
        } catch (Exception e) {
            if (e instanceof AnalysisException) {
                throw new SchemaException(new Problem(
                        ErrorCondition.PDM_PATH_NOT_FOUND,
                        "There is no JSON file at '" + path + "'.",
                        "correct the path; a folder, a file or a glob is read."));
            }
            throw e;
        }
    }
}
