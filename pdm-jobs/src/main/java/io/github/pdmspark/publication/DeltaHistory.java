package io.github.pdmspark.publication;

import io.github.pdmspark.schema.Identifiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The commits of a Delta table, as far back as Delta keeps them. */
final class DeltaHistory {

    private final SparkSession spark;
    private final String path;

    DeltaHistory(SparkSession spark, String path) {
        this.spark = spark;
        this.path = path;
    }

    boolean exists() {
        return !commits().isEmpty();
    }

    DeltaCommit latest() {
        return commits().get(0);
    }

    /** The commit of this batch, if no later commit can have changed its rows. */
    Optional<DeltaCommit> intact(Batch batch) {
        for (DeltaCommit commit : commits()) {
            if (commit.batch().filter(ours -> ours.is(batch)).isPresent()) {
                return Optional.of(commit);
            }
            if (commit.touches(batch)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    DeltaCommit named(String unique) {
        return commits().stream()
                .filter(commit -> commit.batch()
                        .filter(ours -> ours.unique().equals(unique))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The history of '" + path + "' lacks our commit."));
    }

    /** Newest first; none if there is no such table. */
    private List<DeltaCommit> commits() {
        try {
            return spark
                    .sql("DESCRIBE HISTORY delta." + Identifiers.quoted(path))
                    .select("version", "operation", "userMetadata", "operationMetrics")
                    .collectAsList()
                    .stream()
                    .map(DeltaHistory::commit)
                    .toList();
        } catch (Exception e) { // AnalysisException is checked, but Scala does not declare it
            if (e instanceof AnalysisException && isMissing(String.valueOf(e.getMessage()))) {
                return List.of();
            }
            throw e;
        }
    }

    private static boolean isMissing(String message) {
        return message.contains("DELTA_MISSING_DELTA_TABLE")
                || message.contains("DELTA_TABLE_NOT_FOUND")
                || message.contains("DELTA_PATH_DOES_NOT_EXIST")
                || message.contains("is not a Delta table");
    }

    private static DeltaCommit commit(Row row) {
        Map<String, String> metrics = row.isNullAt(3) ? Map.of() : row.getJavaMap(3);
        return new DeltaCommit(
                row.getLong(0),
                row.getString(1),
                row.isNullAt(2) ? Optional.empty() : batch(row.getString(2)),
                Long.parseLong(metrics.getOrDefault("numOutputRows", "0")));
    }

    private static Optional<DeltaBatch> batch(String userMetadata) {
        try {
            return Optional.of(StoreJson.read(userMetadata, DeltaBatch.class));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a commit of somebody else
        }
    }
}
