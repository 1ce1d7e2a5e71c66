package io.github.pdmspark.explanation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.imputation.FeatureValues;
import io.github.pdmspark.imputation.Fill;
import io.github.pdmspark.imputation.RowFilling;
import io.github.pdmspark.imputation.UsualValue;
import io.github.pdmspark.kernel.FeatureStatus;
import io.github.pdmspark.portable.FlatModel;
import io.github.pdmspark.portable.PortableScorer;
import io.github.pdmspark.schema.Columns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Says why alarms came on: contributions of sensors, components and attributes, and the three strongest in words. Immutable. */
public final class Explainer {

    private static final int MOST_REASONS = 3;

    private final PortableScorer scorer;
    private final Map<Integer, UsualValue> usual;
    private final ContributionMethod method;

    private Explainer(PortableScorer scorer, Map<Integer, UsualValue> usual, ContributionMethod method) {
        this.scorer = scorer;
        this.usual = usual;
        this.method = method;
    }

    /**
     * An explainer of a bundle's model, by exact TreeSHAP.
     *
     * @throws IllegalArgumentException if the model has no flat form
     */
    public static Explainer of(ModelBundle bundle) {
        PortableScorer scorer = bundle.portable()
                .orElseThrow(() -> new IllegalArgumentException("A model of '"
                        + bundle.model().algorithm()
                        + "' has no contributions: only trees, forests, boosted trees and multinomial"
                        + " logistic regression have."));
        Map<Integer, UsualValue> usual = new HashMap<>();
        List<String> names = bundle.spec().featureNames();
        for (int i = 0; i < names.size(); i++) {
            int feature = i;
            bundle.usualValues().flatMap(all -> all.of(names.get(feature))).ifPresent(one -> usual.put(feature, one));
        }
        return new Explainer(scorer, usual, ContributionMethod.TREE_SHAP);
    }

    /** The same by another method. */
    public Explainer by(ContributionMethod newMethod) {
        return new Explainer(scorer, usual, newMethod);
    }

    /**
     * One row per alarm: machine_id, component, as_of, output, base, groups (array of group, contribution and text, the largest
     * contribution first) and reasons (at most 3 texts, contributions above 0). {@code output - base} is the sum of the
     * contributions; both are those of the model, before down-sampling is undone and before calibration. Alarms without feature
     * row, of unfit status or of a component that the model never saw fail give no row. Lazy.
     *
     * @param features machine_id, as_of, feature_status and the features of the specification
     * @param alarms machine_id, component and started_at, such as {@code EventEvaluation.episodes(policy)}
     */
    public Dataset<Row> alarms(Dataset<Row> features, Dataset<Row> alarms) {
        List<String> names = scorer.spec().featureNames();
        FeatureValues.require(features, names);
        Column numbers = array(names.stream()
                .map(name -> coalesce(FeatureValues.value(name), lit(Double.NaN)))
                .toArray(Column[]::new));
        Dataset<Row> rows = features.where(col(FeatureColumns.FEATURE_STATUS).equalTo(FeatureStatus.OK.name()))
                .select(
                        col(Columns.MACHINE_ID).cast("string").as("machineId"),
                        unix_micros(col(Columns.AS_OF)).as("asOf"),
                        numbers.as("features"));
        Dataset<Row> wanted = alarms.select(
                        col(Columns.MACHINE_ID).cast("string").as("machineId"),
                        unix_micros(col("started_at")).as("asOf"),
                        col(Columns.COMPONENT).as("component"))
                .distinct();
        return rows.join(wanted, new String[] {"machineId", "asOf"})
                .as(Encoders.bean(AlarmRow.class))
                .mapPartitions(explaining(), Encoders.row(ExplainAlarms.SCHEMA))
                .withColumn(Columns.AS_OF, timestamp_micros(col(Columns.AS_OF)));
    }

    private ExplainAlarms explaining() {
        FlatModel model = scorer.model();
        RowFilling filling = RowFilling.of(scorer.fills());
        return new ExplainAlarms(
                scorer.target().components(),
                filling,
                Contributions.of(model, means(filling), method),
                new Reasons(FeatureWords.of(scorer.spec()), usual, featureOfInput(filling)),
                MOST_REASONS);
    }

    /** The fill values are the means of the features; an indicator's mean is the share of rows without a value. */
    private double[] means(RowFilling filling) {
        double[] means = new double[filling.outputs()];
        int[] features = featureOfInput(filling);
        for (int i = 0; i < means.length; i++) {
            Fill fill = scorer.fills().get(features[i]);
            boolean indicator = i >= filling.inputs();
            means[i] = indicator ? (double) fill.missing() / (fill.missing() + fill.present()) : fill.value();
        }
        return means;
    }

    private static int[] featureOfInput(RowFilling filling) {
        int[] features = new int[filling.outputs()];
        for (int i = 0; i < features.length; i++) {
            features[i] = filling.feature(i);
        }
        return features;
    }
}
