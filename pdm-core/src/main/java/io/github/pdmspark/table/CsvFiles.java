package io.github.pdmspark.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.trim;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
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

    private static final String LINE = "line";
    private static final String FIELDS = "fields";

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
     * @throws SchemaException if there is no file, a header names a column twice, or headers name different columns
     */
    public Dataset<Row> read(SparkSession spark, String path) {
        Map<HeaderLine, List<String>> filesByHeader = new LinkedHashMap<>();
        for (String file : files(spark, path)) {
            List<Row> first = spark.read().text(escaped(file)).limit(1).collectAsList();
            if (!first.isEmpty()) {
                HeaderLine header = HeaderLine.parse(first.get(0).getString(0), separator);
                filesByHeader.computeIfAbsent(header, line -> new ArrayList<>()).add(file);
            }
        }
        checkHeaders(path, filesByHeader);
        List<Dataset<Row>> parts = new ArrayList<>();
        filesByHeader.forEach((header, files) -> parts.add(parse(spark, files, header)));
        return parts.stream().reduce(Dataset::unionByName).orElseThrow();
    }

    private static List<String> files(SparkSession spark, String path) {
        try {
            String[] files = spark.read().text(path).inputFiles();
            if (files.length > 0) {
                return java.util.Arrays.stream(files).sorted().toList();
            }
        } catch (Exception e) {
            if (!(e instanceof AnalysisException)) {
                throw e;
            }
        }
        throw new SchemaException(new Problem(
                ErrorCondition.PDM_PATH_NOT_FOUND,
                "There is no file at '" + path + "'.",
                "correct the path; a folder, a file or a glob is read."));
    }

    private static void checkHeaders(String path, Map<HeaderLine, List<String>> filesByHeader) {
        if (filesByHeader.isEmpty()) {
            throw new SchemaException(new Problem(
                    ErrorCondition.PDM_TABLE_EMPTY,
                    "All files at '" + path + "' are empty: not even a header line.",
                    "write the header line, or leave the table out if it is optional."));
        }
        filesByHeader.forEach((header, files) -> checkNames(header.names(), files.get(0)));
        Set<Set<String>> different = filesByHeader.keySet().stream()
                .map(header -> Set.copyOf(header.names()))
                .collect(Collectors.toSet());
        if (different.size() > 1) {
            String list = filesByHeader.entrySet().stream()
                    .map(entry -> entry.getValue().get(0) + " and "
                            + (entry.getValue().size() - 1) + " more: "
                            + entry.getKey().line())
                    .collect(Collectors.joining("\n"));
            throw new SchemaException(new Problem(
                    ErrorCondition.PDM_HEADER_MISMATCH,
                    "The files at '" + path + "' do not have the same columns.\n" + list,
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

    private Dataset<Row> parse(SparkSession spark, List<String> files, HeaderLine header) {
        StructType schema = new StructType();
        for (String name : header.names()) {
            schema = schema.add(name, DataTypes.StringType);
        }
        schema = schema.add(Columns.MALFORMED, DataTypes.StringType);
        Map<String, String> options = Map.of(
                "sep", String.valueOf(separator), "mode", "PERMISSIVE", "columnNameOfCorruptRecord", Columns.MALFORMED);
        Column line = regexp_replace(col("value"), "^\ufeff|\r$", "");
        Dataset<Row> lines = spark.read()
                .text(files.stream().map(CsvFiles::escaped).toArray(String[]::new))
                .select(line.as(LINE), col("_metadata.file_path").as(Columns.SOURCE_FILE))
                .where(not(col(LINE).equalTo(lit(header.line()))))
                .where(not(trim(col(LINE)).equalTo("")));
        List<Column> result = new ArrayList<>();
        for (String name : header.names()) {
            result.add(col(FIELDS + "." + Identifiers.quoted(name)).as(name));
        }
        result.add(col(FIELDS + "." + Columns.MALFORMED).as(Columns.MALFORMED));
        result.add(col(LINE).as(Columns.RAW_LINE));
        result.add(col(Columns.SOURCE_FILE));
        return lines.withColumn(FIELDS, from_csv(col(LINE), lit(schema.toDDL()), options))
                .select(result.toArray(Column[]::new));
    }

    /** A listed file is a name, not a pattern. */
    private static String escaped(String file) {
        return file.replaceAll("([\\[\\]{}*?])", "\\\\$1");
    }
}
