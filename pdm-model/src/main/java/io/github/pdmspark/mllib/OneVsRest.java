package io.github.pdmspark.mllib;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.imputation.FeatureValues;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One binary classifier per component: {@code p_c} against the rest. The scores are {@code p_c} for the components and the
 * product of all {@code 1 - p_c} for none, divided by their sum, which is never below 1.
 */
record OneVsRest(List<ProbabilisticClassificationModel<?, ?>> parts, List<Integer> slots) implements Ensemble {

    private static final String SCORE = "__pdm_score_";

    OneVsRest {
        parts = List.copyOf(parts);
        slots = List.copyOf(slots);
    }

    @Override
    public Layout.Kind kind() {
        return Layout.Kind.ONE_VS_REST;
    }

    @Override
    public Dataset<Row> transform(Dataset<Row> vectors) {
        Dataset<Row> rows = vectors;
        for (int i = 0; i < parts.size(); i++) {
            rows = parts.get(i)
                    .transform(rows)
                    .withColumn(
                            SCORE + i,
                            VectorColumns.doubles(VectorColumns.PROBABILITY).getItem(1))
                    .drop(VectorColumns.PROBABILITY);
        }
        return rows;
    }

    @Override
    public List<Column> scores(int classCount) {
        List<Column> single = helpers().stream().map(name -> col(name)).toList();
        Column none = FeatureValues.joined(
                single.stream().map(score -> lit(1.0).minus(score)).toList(), Column::multiply);
        Column sum = none.plus(FeatureValues.joined(single, Column::plus));
        List<Column> scores = new ArrayList<>();
        scores.add(none.divide(sum));
        for (int slot = 1; slot < classCount; slot++) {
            int part = slots.indexOf(slot);
            scores.add(part < 0 ? lit(0.0) : single.get(part).divide(sum));
        }
        return scores;
    }

    @Override
    public List<String> helpers() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            names.add(SCORE + i);
        }
        return names;
    }
}
