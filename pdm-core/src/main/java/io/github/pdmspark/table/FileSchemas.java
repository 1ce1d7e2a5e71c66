package io.github.pdmspark.table;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;

/** The schemas of single Parquet files, to say which file is the odd one. */
final class FileSchemas {

    private static final int SHOWN = 5;

    private final Map<String, List<String>> filesBySchema = new LinkedHashMap<>();
    private final List<String> damaged = new ArrayList<>();
    private final List<String> ambiguous = new ArrayList<>();

    private FileSchemas() {}

    static FileSchemas of(SparkSession spark, List<String> files) {
        FileSchemas result = new FileSchemas();
        files.stream().sorted().forEach(file -> result.add(spark, file));
        return result;
    }

    private void add(SparkSession spark, String file) {
        try {
            String schema =
                    spark.read().parquet(FileNames.pattern(file)).schema().toDDL();
            filesBySchema.computeIfAbsent(schema, any -> new ArrayList<>()).add(file);
        } catch (Exception e) {
            boolean names = e instanceof AnalysisException
                    && String.valueOf(e.getMessage()).contains("COLUMN_ALREADY");
            (names ? ambiguous : damaged).add(file);
        }
    }

    List<String> damaged() {
        return damaged;
    }

    List<String> readable() {
        return filesBySchema.values().stream().flatMap(List::stream).sorted().toList();
    }

    SchemaException refused(String path) {
        List<Problem> problems = new ArrayList<>();
        if (!damaged.isEmpty()) {
            problems.add(new Problem(
                    ErrorCondition.PDM_FILE_DAMAGED,
                    damaged.size() + " Parquet file(s) at '" + path + "' cannot be read: " + some(damaged) + ".",
                    "write them again, or read the others with ParquetFiles.readable(...)."));
        }
        if (!ambiguous.isEmpty()) {
            problems.add(new Problem(
                    ErrorCondition.PDM_COLUMN_AMBIGUOUS,
                    "Columns of " + some(ambiguous) + " differ in letter case only.",
                    "write them with names that differ."));
        }
        if (filesBySchema.size() > 1 || problems.isEmpty()) {
            String schemas = filesBySchema.entrySet().stream()
                    .limit(SHOWN)
                    .map(entry -> some(entry.getValue()) + ": " + entry.getKey())
                    .collect(Collectors.joining("\n"));
            problems.add(new Problem(
                    ErrorCondition.PDM_HEADER_MISMATCH,
                    "The Parquet files at '" + path + "' do not have the same columns and types.\n" + schemas,
                    "read each kind of file by itself, cast, and join them with unionByName."));
        }
        return new SchemaException(problems);
    }

    private static String some(List<String> files) {
        String shown = files.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return files.size() > SHOWN ? shown + " and " + (files.size() - SHOWN) + " more" : shown;
    }
}
