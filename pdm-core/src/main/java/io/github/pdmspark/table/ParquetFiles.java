package io.github.pdmspark.table;

import static org.apache.spark.sql.functions.col;

import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.schema.Columns;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads Parquet files so that every row carries the file it came from. */
public final class ParquetFiles {

    /** Every page carries a checksum; without this a flipped bit is a wrong value. */
    private static final String VERIFY_PAGES = "parquet.page.verify-checksum.enabled";

    private ParquetFiles() {}

    /**
     * The rows of the files at {@code path}, a file, folder or glob; a column that a file lacks is NULL in its rows. Lazy but
     * for the footers: runs one Spark job that reads them, so that a damaged file or one of another type is found at once.
     *
     * @throws SchemaException if there is no file, one is damaged, or types differ between files; names the files
     */
    public static Dataset<Row> read(SparkSession spark, String path) {
        try {
            return rows(spark.read(), path);
        } catch (Exception e) {
            throw refused(spark, path, e);
        }
    }

    /**
     * The same of some folders of a partitioned folder, such as {@code day=2015-11-15}: no other file is listed or opened. The
     * columns of the partition are those of the whole.
     *
     * @param root the partitioned folder
     * @param folders at least one folder inside it
     */
    public static Dataset<Row> readParts(SparkSession spark, String root, List<String> folders) {
        String[] paths = folders.toArray(String[]::new);
        try {
            return rows(spark.read().option("basePath", root), paths);
        } catch (Exception e) {
            throw refused(spark, root, e);
        }
    }

    /**
     * The same without the files whose footer cannot be read; those are named beside the rows. Runs one small Spark job per
     * file.
     *
     * @throws SchemaException if no file can be read, or types differ between files
     */
    public static ReadableFiles readable(SparkSession spark, String path) {
        FileSchemas schemas = FileSchemas.of(spark, files(spark, path));
        List<String> whole = schemas.readable();
        if (whole.isEmpty()) {
            throw schemas.refused(path);
        }
        try {
            return new ReadableFiles(
                    rows(spark.read(), whole.stream().map(FileNames::pattern).toArray(String[]::new)),
                    schemas.damaged());
        } catch (Exception e) {
            throw refused(spark, path, e);
        }
    }

    private static Dataset<Row> rows(DataFrameReader reader, String... paths) {
        return reader.option("mergeSchema", true)
                .option(VERIFY_PAGES, true)
                .parquet(paths)
                .select(col("*"), col("_metadata.file_path").as(Columns.SOURCE_FILE));
    }

    /** What is wrong, found file by file: Spark's own message does not always say which file. */
    private static SchemaException refused(SparkSession spark, String path, Exception cause) {
        SchemaException problem = FileSchemas.of(spark, files(spark, path)).refused(path);
        problem.initCause(cause);
        return problem;
    }

    private static List<String> files(SparkSession spark, String path) {
        try {
            List<String> files = Arrays.stream(spark.read().text(path).inputFiles())
                    .map(FileNames::decoded)
                    .toList();
            if (!files.isEmpty()) {
                return files;
            }
        } catch (Exception e) {
            if (!(e instanceof AnalysisException)) {
                throw e;
            }
        }
        throw MissingFiles.at(path);
    }
}
