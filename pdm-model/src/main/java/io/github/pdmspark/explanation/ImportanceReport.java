package io.github.pdmspark.explanation;

import io.github.pdmspark.evaluation.Metric;
import java.util.List;
import java.util.Locale;

/**
 * Permutation importances, the largest drop first; of equals in the order of the columns.
 *
 * @param averagePrecision mean over the components that have positive rows; undefined without any, and then nothing is important
 * @param groups sensors, components, error codes and attributes, each with all its columns permuted together
 * @param features single columns; those that another one can stand in for look unimportant here
 * @param rows how many rows were judged
 */
public record ImportanceReport(
        Metric averagePrecision, List<FeatureImportance> groups, List<FeatureImportance> features, long rows) {

    public ImportanceReport {
        groups = List.copyOf(groups);
        features = List.copyOf(features);
    }

    /** A table of the groups. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "average precision %s on %,d rows; it falls without%n", averagePrecision, rows));
        groups.forEach(one -> text.append(
                String.format(Locale.ROOT, "  %-30s by %7.4f +- %.4f%n", one.name(), one.drop(), one.spread())));
        return text.toString();
    }
}
