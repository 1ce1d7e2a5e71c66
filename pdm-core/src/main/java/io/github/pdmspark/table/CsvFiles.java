package io.github.pdmspark.table;

import static org.apache.spark.sql.functions.col;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.schema.Columns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads CSV files with a header, plain or gzipped, a file or a folder of files. Columns are found by the name in each
 * file's own header, all as text; a line that does not fit its header is kept and marked; every row carries its raw line
 * and its file. A record is one line: a quote that does not close spoils its own line only. Blank lines and repetitions of the header are no records.
 *
 * @param separator the character between two fields
 */
public record CsvFiles(char separator) {

    /** Files with commas. */
    public static CsvFiles withCommas() {
        return new CsvFiles(',');
    }

    /** Files with another separator, for example {@code ';'}. */
    public static CsvFiles separatedBy(char separator) {
        return new CsvFiles(separator);
    }

    /**
     * The rows of the files at {@code path}, a file, folder or glob. Lazy but for the headers: runs one small Spark job
     * per file that reads its first line.
     *
     * @throws SchemaException if there is no file, one is not UTF-8 text, a header names a column twice, or headers name
     *     different columns
     */
    public Dataset<Row> read(SparkSession spark, String path) {
        Map<String, HeaderLine> headers = new LinkedHashMap<>();
        for (String file : files(spark, path)) {
            List<Row> first =
                    spark.read().text(FileNames.pattern(file)).limit(1).collectAsList();
            if (!first.isEmpty()) {
                headers.put(
                        HeaderLine.fileKey(file), HeaderLine.parse(first.get(0).getString(0), separator));
            }
        }
        checkHeaders(path, headers);
        List<String> columns = headers.values().iterator().next().names();
        return spark.read()
                .text(headers.keySet().stream().map(FileNames::pattern).toArray(String[]::new))
                .select(col("value"), col("_metadata.file_path"))
                .mapPartitions(new CsvLines(separator, columns, headers), Encoders.row(schema(columns)));
    }

    private static StructType schema(List<String> columns) {
        return Stream.concat(columns.stream(), Stream.of(Columns.MALFORMED, Columns.RAW_LINE, Columns.SOURCE_FILE))
                .reduce(
                        new StructType(),
                        (schema, name) -> schema.add(name, DataTypes.StringType),
                        (left, right) -> left);
    }

    private static List<String> files(SparkSession spark, String path) {
        try {
            String[] files = spark.read().text(path).inputFiles();
            if (files.length > 0) {
                return java.util.Arrays.stream(files)
                        .map(FileNames::decoded)
                        .sorted()
                        .toList();
            }
        } catch (Exception e) {
            if (!(e instanceof AnalysisException)) {
                throw e;
            }
        }
        throw MissingFiles.at(path);
    }

    private static void checkHeaders(String path, Map<String, HeaderLine> headers) {
        if (headers.isEmpty()) {
            throw new SchemaException(new Problem(
                    ErrorCondition.PDM_TABLE_EMPTY,
                    "All files at '" + path + "' are empty: not even a header line.",
                    "write the header line, or leave the table out if it is optional."));
        }
        List<Problem> problems = new ArrayList<>();
        headers.forEach((file, header) -> header.wrongEncoding()
                .map(hint ->
                        new Problem(ErrorCondition.PDM_FILE_ENCODING, "The file " + file + " is not UTF-8 text.", hint))
                .ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new SchemaException(problems);
        }
        headers.forEach((file, header) -> checkNames(header.names(), file));
        Map<Set<String>, String> exampleByNames = new LinkedHashMap<>();
        headers.forEach((file, header) -> exampleByNames.putIfAbsent(Set.copyOf(header.names()), file));
        if (exampleByNames.size() > 1) {
            String examples = exampleByNames.values().stream()
                    .map(file -> file + ": "
                            + java.util.Objects.requireNonNull(headers.get(file))
                                    .line())
                    .collect(Collectors.joining("\n"));
            throw new SchemaException(new Problem(
                    ErrorCondition.PDM_HEADER_MISMATCH,
                    "The files at '" + path + "' do not have the same columns.\n" + examples,
                    "read each kind of file by itself and join them with unionByName, or repair the headers."));
        }
    }

    private static void checkNames(List<String> names, String file) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new SchemaException(new Problem(
                        ErrorCondition.PDM_COLUMN_AMBIGUOUS,
                        "The header of " + file + " names column '" + name + "' twice.",
                        "give each column its own name."));
            }
        }
    }
}
