package io.github.pdmspark.monitoring;

import static org.apache.spark.sql.functions.col;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.distribution.Distribution;
import io.github.pdmspark.distribution.Distributions;
import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.kernel.FeatureStatus;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.model.ScoreStatus;
import io.github.pdmspark.time.TimeRange;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares new rows with those that a model was trained on. */
public final class DriftMonitor {

    private final Distributions training;

    private DriftMonitor(Distributions training) {
        this.training = training;
    }

    /**
     * A monitor of the features of a model.
     *
     * @throws BundleException if the bundle does not say how its features were distributed, as those of older versions
     */
    public static DriftMonitor of(ModelBundle bundle) {
        return new DriftMonitor(bundle.distributions()
                .orElseThrow(() -> new BundleException(new Problem(
                        ErrorCondition.PDM_BUNDLE_MISMATCH,
                        "Model " + bundle.modelId() + " does not say how its features were distributed in training, so"
                                + " there is nothing to compare with.",
                        "Train it again, or measure its training rows: bundle.withDistributions(Distributions.fit(rows,"
                                + " bundle.spec().featureNames())) and save it."))));
    }

    /**
     * The drift of all features. Rows that cannot be scored do not count, as they did not train. Runs one Spark job.
     *
     * @param features the rows of a feature table: {@code machine_id}, {@code as_of}, {@code feature_status} and the features
     * @throws io.github.pdmspark.error.SchemaException if a feature is missing
     */
    public DriftReport check(Dataset<Row> features) {
        Dataset<Row> fit = features.where(col(FeatureColumns.FEATURE_STATUS).equalTo(FeatureStatus.OK.name()));
        return compare(training, training.count(fit));
    }

    /** The drift from one set of rows to another that was counted in the same bins. */
    public static DriftReport compare(Distributions then, Distributions now) {
        List<Distribution> before = then.columns();
        List<Distribution> after = now.columns();
        List<FeatureDrift> drifts = IntStream.range(0, before.size())
                .mapToObj(i -> FeatureDrift.between(before.get(i), after.get(i)))
                .toList();
        return new DriftReport(after.isEmpty() ? 0 : after.get(0).rows(), drifts);
    }

    /**
     * The drift of the scores of a log between two times. Scores on training rows are no yardstick, a model knows those rows
     * too well: compare with its first weeks in operation. Runs four Spark jobs.
     */
    public static DriftReport scores(PredictionLog log, TimeRange reference, TimeRange current) {
        List<String> numbers = log.numbers();
        Distributions then = Distributions.fit(scored(log.between(reference)), numbers);
        return compare(then, then.count(scored(log.between(current))));
    }

    private static Dataset<Row> scored(PredictionLog log) {
        return log.first().rows().where(col(ScoreColumns.STATUS).equalTo(ScoreStatus.SCORED.name()));
    }
}
