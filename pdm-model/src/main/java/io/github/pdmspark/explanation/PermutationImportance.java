package io.github.pdmspark.explanation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.xxhash64;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.imputation.FeatureValues;
import io.github.pdmspark.portable.PortableScorer;
import io.github.pdmspark.schema.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Which features a model needs to rank rows that it never saw (Breiman 2001, on a later slice): values are exchanged between rows,
 * column by column and group by group, and the fall of the mean average precision is measured. Immutable.
 */
public final class PermutationImportance {

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_TASKS = 64;

    private final PortableScorer scorer;
    private final int repeats;
    private final long seed;

    private PermutationImportance(PortableScorer scorer, int repeats, long seed) {
        this.scorer = scorer;
        this.repeats = repeats;
        this.seed = seed;
    }

    /**
     * Importances in a bundle's model; 5 repetitions unless said.
     *
     * @throws IllegalArgumentException if the model has no flat form
     */
    public static PermutationImportance of(ModelBundle bundle) {
        PortableScorer scorer = bundle.portable()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A model of '" + bundle.model().algorithm()
                                + "' has no flat form, which permutation importances are computed with."));
        return new PermutationImportance(scorer, 5, 42);
    }

    /** The same with so many permutations, at least 2. */
    public PermutationImportance repeats(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("A spread needs 2 repetitions or more, not " + count + ".");
        }
        return new PermutationImportance(scorer, count, seed);
    }

    /** The same with other permutations; 42 unless said. */
    public PermutationImportance seed(long newSeed) {
        return new PermutationImportance(scorer, repeats, newSeed);
    }

    /**
     * Importances on the usable rows of a slice. Of more than 20,000 rows a part is taken, by a hash of machine and time; they are
     * held by the driver and by every task. Runs two Spark jobs; the result does not depend on the partitioning.
     */
    public ImportanceReport on(LabelledDataset slice) {
        List<Row> rows = rows(slice);
        List<String> classes = scorer.target().classes();
        List<String> columns = scorer.spec().featureNames();
        Map<String, int[]> groups = groups();
        List<int[]> permuted = new ArrayList<>(groups.values());
        IntStream.range(0, columns.size()).forEach(i -> permuted.add(new int[] {i}));
        PermutedScores scores = new PermutedScores(
                scorer.rowScorer(),
                rows.stream().map(PermutationImportance::numbers).toArray(double[][]::new),
                rows.stream()
                        .mapToInt(row -> row.isNullAt(1) ? 0 : classes.indexOf(row.getString(1)))
                        .toArray(),
                permuted,
                repeats,
                seed);
        Metric precision = scores.unpermuted();
        if (precision.value().isEmpty()) {
            return new ImportanceReport(precision, List.of(), List.of(), rows.size());
        }
        double[] found = precisions(slice.rows().sparkSession(), scores, permuted.size());
        List<String> names = new ArrayList<>(groups.keySet());
        names.addAll(columns);
        List<FeatureImportance> all = IntStream.range(0, names.size())
                .mapToObj(i -> importance(names.get(i), precision.value().getAsDouble(), found, i))
                .toList();
        return new ImportanceReport(
                precision,
                ranked(all.subList(0, groups.size())),
                ranked(all.subList(groups.size(), all.size())),
                rows.size());
    }

    private List<Row> rows(LabelledDataset slice) {
        FeatureValues.require(slice.rows(), scorer.spec().featureNames());
        Column numbers = array(scorer.spec().featureNames().stream()
                .map(name -> coalesce(FeatureValues.value(name), lit(Double.NaN)))
                .toArray(Column[]::new));
        Column machine = col(Columns.MACHINE_ID).cast("string");
        Column time = unix_micros(col(Columns.AS_OF));
        return slice.usable()
                .rows()
                .select(numbers.as("numbers"), col("label"), machine.as("machine"), time.as("time"))
                .orderBy(xxhash64(lit(seed), col("machine"), col("time")), col("machine"), col("time"))
                .limit(MOST_ROWS)
                .collectAsList();
    }

    private static double[] numbers(Row row) {
        List<Double> numbers = row.getList(0);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The columns of each group, in the order of the columns. */
    private Map<String, int[]> groups() {
        List<FeatureWord> words = FeatureWords.of(scorer.spec());
        Map<String, int[]> groups = new LinkedHashMap<>();
        for (FeatureWord word : words) {
            groups.computeIfAbsent(word.group(), group -> IntStream.range(0, words.size())
                    .filter(i -> words.get(i).group().equals(group))
                    .toArray());
        }
        return groups;
    }

    /** By group, and by repetition within. */
    private double[] precisions(SparkSession spark, PermutedScores scores, int groups) {
        long jobs = (long) groups * repeats;
        return spark
                .range(0, jobs, 1, (int) Math.min(jobs, MOST_TASKS))
                .as(Encoders.LONG())
                .map(scores, Encoders.DOUBLE())
                .collectAsList()
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private FeatureImportance importance(String name, double precision, double[] found, int group) {
        double[] drops = IntStream.range(0, repeats)
                .mapToDouble(i -> precision - found[group * repeats + i])
                .toArray();
        double mean = DoubleStream.of(drops).average().orElseThrow();
        double squares = DoubleStream.of(drops)
                .map(drop -> (drop - mean) * (drop - mean))
                .sum();
        return new FeatureImportance(name, mean, Math.sqrt(squares / (repeats - 1)));
    }

    private static List<FeatureImportance> ranked(List<FeatureImportance> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble(FeatureImportance::drop).reversed())
                .toList();
    }
}
