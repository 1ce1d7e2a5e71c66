package io.github.pdmspark.tuning;

import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.time.Micros;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * All candidates, the best first; of equals the one that was given first. Candidates without a mean come last.
 *
 * @param objective what the numbers are
 * @param candidates at least one
 */
public record TuningReport(String objective, List<CandidateResult> candidates) {

    private static final StructType TABLE = new StructType()
            .add("rank", DataTypes.IntegerType, false)
            .add("candidate", DataTypes.StringType, false)
            .add("fold", DataTypes.IntegerType, false)
            .add("test_from", DataTypes.LongType, false)
            .add("test_until", DataTypes.LongType, false)
            .add("value", DataTypes.DoubleType, true)
            .add("reason", DataTypes.StringType, true)
            .add("mean", DataTypes.DoubleType, true)
            .add("spread", DataTypes.DoubleType, true);

    public TuningReport {
        candidates = List.copyOf(candidates);
    }

    /** Ranks what every candidate reached in every fold; {@code folds} has one list per candidate. */
    static TuningReport of(Objective objective, List<Candidate> candidates, List<List<FoldResult>> folds) {
        List<Boolean> judging = IntStream.range(0, folds.get(0).size())
                .mapToObj(fold -> folds.stream()
                        .anyMatch(each -> each.get(fold).value().value().isPresent()))
                .toList();
        List<CandidateResult> results = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            results.add(CandidateResult.of(candidates.get(i), folds.get(i), judging));
        }
        results.sort(Comparator.comparingDouble(result -> -gain(objective, result.mean())));
        return new TuningReport(objective.title(), results);
    }

    private static double gain(Objective objective, Metric mean) {
        return mean.value().isPresent() ? objective.direction() * mean.value().getAsDouble() : Double.NEGATIVE_INFINITY;
    }

    /** The first one. */
    public CandidateResult best() {
        return candidates.get(0);
    }

    /**
     * One row per candidate and fold: rank, candidate, fold, test_from, test_until, value, reason (why there is no value), mean
     * and spread of the candidate.
     */
    public Dataset<Row> table(SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            CandidateResult result = candidates.get(i);
            for (FoldResult fold : result.folds()) {
                rows.add(RowFactory.create(
                        i + 1,
                        fold.candidate(),
                        fold.fold(),
                        Micros.of(fold.test().start()),
                        Micros.of(fold.test().end()),
                        orNull(fold.value()),
                        fold.value().reason().orElse(null),
                        orNull(result.mean()),
                        orNull(result.spread())));
            }
        }
        return spark.createDataFrame(rows, TABLE)
                .withColumn("test_from", functions.timestamp_micros(functions.col("test_from")))
                .withColumn("test_until", functions.timestamp_micros(functions.col("test_until")));
    }

    private static @Nullable Double orNull(Metric metric) {
        return metric.value().isPresent() ? (Double) metric.value().getAsDouble() : null;
    }

    /** A text table, the best first. */
    @Override
    public String toString() {
        int width = candidates.stream()
                .mapToInt(result -> result.candidate().name().length())
                .reduce(objective.length(), Math::max);
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-" + width + "s  %10s  %10s  by fold%n", objective, "mean", "spread"));
        for (CandidateResult result : candidates) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-" + width + "s  %10s  %10s ",
                    result.candidate().name(),
                    shown(result.mean()),
                    shown(result.spread())));
            result.folds().forEach(fold -> text.append(' ').append(shown(fold.value())));
            text.append(String.format("%n"));
        }
        return text.toString();
    }

    private static String shown(Metric metric) {
        return metric.value().isPresent()
                ? String.format(Locale.ROOT, "%.4g", metric.value().getAsDouble())
                : "-";
    }
}
