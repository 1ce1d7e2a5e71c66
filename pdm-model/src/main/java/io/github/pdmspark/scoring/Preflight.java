package io.github.pdmspark.scoring;

import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether data has what a model reads; runs no Spark job. */
final class Preflight {

    private static final String FIX =
            "Give the model the tables and names that it was trained with, or train it again.";

    private final ScorePlan plan;

    Preflight(ScorePlan plan) {
        this.plan = plan;
    }

    void check(FleetHistory history, FeaturePipeline features) {
        List<Problem> problems = new ArrayList<>();
        missingNames(history, features).ifPresent(missing -> missing.problems()
                .forEach(problem -> problems.add(problem(problem.message() + "\nFound: " + found(history)))));
        plan.spec().samplingPeriod().ifPresent(expected -> history.samplingPeriod()
                .filter(found -> !found.equals(expected))
                .ifPresent(found -> problems.add(problem("The model was trained on a reading every " + expected
                        + ", the history declares one every " + found + "."))));
        refuse(problems);
    }

    void check(Dataset<Row> features) {
        List<String> found = List.of(features.columns());
        List<String> missing = Stream.concat(
                        Stream.of(Columns.MACHINE_ID, Columns.AS_OF, FeatureColumns.FEATURE_STATUS),
                        plan.spec().featureNames().stream())
                .filter(name -> !found.contains(name))
                .toList();
        refuse(missing.stream()
                .map(name -> problem("The rows have no column '" + name + "'." + Suggestion.sentence(name, found)
                        + "\nFound: " + found))
                .toList());
    }

    private static Optional<SchemaException> missingNames(FleetHistory history, FeaturePipeline features) {
        try {
            features.resolve(history);
            return Optional.empty();
        } catch (SchemaException e) {
            return Optional.of(e);
        }
    }

    private static String found(FleetHistory history) {
        return "sensors " + history.sensors() + ", categorical attributes " + history.categoricalAttributes()
                + ", numeric attributes " + history.numericAttributes();
    }

    private Problem problem(String message) {
        return new Problem(
                ErrorCondition.PDM_BUNDLE_MISMATCH,
                "Model " + plan.modelId() + " does not fit the data. " + message,
                FIX);
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BundleException(problems);
        }
    }
}
