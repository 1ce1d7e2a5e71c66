package io.github.pdmspark.scoring;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.kernel.FeatureStatus;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.model.ScoreStatus;
import io.github.pdmspark.schema.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From feature rows to the columns of the score table; each row in gives one row out. */
final class ScoreTable {

    private final ModelBundle bundle;
    private final List<String> components;

    ScoreTable(ModelBundle bundle) {
        this.bundle = bundle;
        components = bundle.target().components();
    }

    Dataset<Row> of(Dataset<Row> features, String runId, Instant scoredAt) {
        Column raw = col(ScoreColumns.CLASS_SCORES);
        Column scores = PriorCorrection.undo(
                raw, components.size() + 1, bundle.provenance().preparation().negativesKept());
        Dataset<Row> scored = bundle.model().score(bundle.imputation().apply(features));
        return scored.withColumn(ScoreColumns.STATUS, status())
                .withColumn(ScoreColumns.CLASS_SCORES, when(isScored(), scores))
                .select(columns(runId, scoredAt).toArray(Column[]::new));
    }

    private List<Column> columns(String runId, Instant scoredAt) {
        Column scores = col(ScoreColumns.CLASS_SCORES);
        List<Column> columns = new ArrayList<>(List.of(col(Columns.MACHINE_ID), col(Columns.AS_OF)));
        columns.add(col(ScoreColumns.STATUS));
        columns.add(total(scores).as(ScoreColumns.SCORE));
        columns.add(top(scores).as(ScoreColumns.TOP_COMPONENT));
        for (int i = 0; i < components.size(); i++) {
            columns.add(scores.getItem(i + 1).as(ScoreColumns.of(components.get(i))));
        }
        columns.add(when(isScored(), col(Imputation.IMPUTED)).otherwise(lit(0)).as(ScoreColumns.IMPUTED));
        columns.add(lit(bundle.modelId()).as(ScoreColumns.MODEL_ID));
        columns.add(lit(runId).as(ScoreColumns.RUN_ID));
        columns.add(lit(scoredAt).as(ScoreColumns.SCORED_AT));
        return columns;
    }

    /** Rounding may leave the score of none a little above 1; null is passed on by hand, as greatest and least skip it. */
    private static Column total(Column scores) {
        Column total = lit(1.0).minus(scores.getItem(0));
        return when(isScored(), greatest(lit(0.0), least(lit(1.0), total)));
    }

    private static Column isScored() {
        return col(ScoreColumns.STATUS).equalTo(ScoreStatus.SCORED.name());
    }

    /** Statuses of features and scores share their names, but for a row that is fit to be scored. */
    private static Column status() {
        Column notScored = lit(ScoreStatus.NOT_SCORED.name());
        Column feature = col(FeatureColumns.FEATURE_STATUS);
        Column model = when(col(ScoreColumns.CLASS_SCORES).isNotNull(), lit(ScoreStatus.SCORED.name()))
                .otherwise(notScored);
        return when(feature.equalTo(FeatureStatus.OK.name()), model).otherwise(coalesce(feature, notScored));
    }

    private Column top(Column scores) {
        Column ofComponents = array(IntStream.rangeClosed(1, components.size())
                .mapToObj(scores::getItem)
                .toArray(Column[]::new));
        Column names = array(components.stream().map(name -> lit(name)).toArray(Column[]::new));
        Column position = array_position(ofComponents, array_max(ofComponents)).cast("int");
        return when(isScored(), element_at(names, position));
    }
}
