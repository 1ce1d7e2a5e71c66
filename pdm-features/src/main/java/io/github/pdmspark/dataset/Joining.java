package io.github.pdmspark.dataset;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.label.LabelColumns;
import io.github.pdmspark.label.LabelStatus;
import io.github.pdmspark.label.LabelTable;
import io.github.pdmspark.label.MachineLabels;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.time.Cadence;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Puts labels beside features. */
final class Joining {

    private static final String[] KEY = {Columns.MACHINE_ID, Columns.AS_OF};
    private static final List<String> BEFORE_FEATURES =
            List.of(Columns.MACHINE_ID, Columns.AS_OF, FeatureColumns.FEATURE_STATUS, FeatureColumns.COVERAGE);
    private static final List<String> AFTER_FEATURES = List.of(
            LabelledDataset.ROW_STATUS,
            LabelColumns.LABEL_STATUS,
            LabelColumns.LABEL,
            LabelColumns.LABEL_COMPONENTS,
            LabelColumns.HOURS_TO_FAILURE);

    private Joining() {}

    static LabelledDataset join(Dataset<Row> features, FeatureSpec spec, LabelTable labels) {
        requireSameGrid(spec.cadence(), labels.grid().cadence());
        requireFreeNames(spec.featureNames());
        Dataset<Row> joined = features.join(labels.rows(), KEY, "left")
                .withColumn(
                        LabelColumns.LABEL_STATUS, orElse(LabelColumns.LABEL_STATUS, lit(LabelStatus.CENSORED.name())))
                .withColumn(
                        LabelColumns.LABEL_COMPONENTS,
                        orElse(LabelColumns.LABEL_COMPONENTS, array().cast("array<string>")));
        return labelled(joined, new Contents(spec, labels.components(), labels.lead(), labels.horizon()));
    }

    /** The same without a join where the features are still to be computed: their pass over a machine labels it too. */
    static LabelledDataset inOnePass(FeatureTable features, FleetHistory history, FailureLabel label) {
        FeatureSpec spec = features.spec();
        requireFreeNames(spec.featureNames());
        Contents contents = new Contents(spec, history.components(), label.lead(), label.horizon());
        return features.rowsBeside(new LabelCompanion(MachineLabels.of(label, history)))
                .map(rows -> labelled(LabelCompanion.columns(rows), contents))
                .orElseGet(() -> join(features.rows(), spec, label.on(history, new ObservationGrid(spec.cadence()))));
    }

    private static LabelledDataset labelled(Dataset<Row> rows, Contents contents) {
        return new LabelledDataset(
                rows.withColumn(LabelledDataset.ROW_STATUS, rowStatus())
                        .select(columns(contents.spec().featureNames())),
                contents);
    }

    private static Column orElse(String column, Column otherwise) {
        return coalesce(col(column), otherwise);
    }

    private static Column rowStatus() {
        Column featureStatus = col(FeatureColumns.FEATURE_STATUS);
        Column labelStatus = col(LabelColumns.LABEL_STATUS);
        return when(featureStatus.notEqual("OK"), featureStatus)
                .when(
                        labelStatus.isin(LabelStatus.POSITIVE.name(), LabelStatus.NEGATIVE.name()),
                        RowStatus.USABLE.name())
                .otherwise(labelStatus);
    }

    private static Column[] columns(List<String> features) {
        List<String> names = new ArrayList<>(BEFORE_FEATURES);
        names.addAll(features);
        names.addAll(AFTER_FEATURES);
        return names.stream().map(Identifiers::column).toArray(Column[]::new);
    }

    private static void requireSameGrid(Cadence features, Cadence labels) {
        if (!features.equals(labels)) {
            throw new IllegalArgumentException("Features are on the grid " + text(features) + " but labels on the grid "
                    + text(labels) + ": rows would find no label.\n"
                    + "Use one ObservationGrid for both, or LabelledDataset.of(history, pipeline, label).");
        }
    }

    private static String text(Cadence cadence) {
        return "every " + cadence.every() + " offset " + cadence.offset();
    }

    /** A feature called like a label would be the answer among the questions. */
    private static void requireFreeNames(List<String> features) {
        for (String feature : features) {
            if (AFTER_FEATURES.stream().anyMatch(feature::equalsIgnoreCase)) {
                throw new IllegalArgumentException("Feature '" + feature
                        + "' has the name of a column of the dataset itself. Rename the column that it is made of.");
            }
        }
    }
}
