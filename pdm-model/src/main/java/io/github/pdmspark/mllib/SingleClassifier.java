package io.github.pdmspark.mllib;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.imputation.FeatureValues;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One classifier for all classes; its class {@code i} is class {@code slots.get(i)} of the model. */
record SingleClassifier(ProbabilisticClassificationModel<?, ?> classifier, List<Integer> slots) implements Ensemble {

    private static final String SCORES = "__pdm_scores";

    SingleClassifier {
        slots = List.copyOf(slots);
        if (classifier.numClasses() < slots.size()) {
            throw new IllegalArgumentException("The classifier gives " + classifier.numClasses() + " classes, but "
                    + slots.size() + " were trained.");
        }
    }

    @Override
    public List<ProbabilisticClassificationModel<?, ?>> parts() {
        return List.of(classifier);
    }

    @Override
    public Layout.Kind kind() {
        return Layout.Kind.ONE_CLASSIFIER;
    }

    @Override
    public Dataset<Row> transform(Dataset<Row> vectors) {
        return classifier.transform(vectors).withColumn(SCORES, VectorColumns.doubles(VectorColumns.PROBABILITY));
    }

    @Override
    public List<Column> scores(int classCount) {
        return IntStream.range(0, classCount)
                .mapToObj(slots::indexOf)
                .map(position -> position < 0 ? lit(0.0) : share(position))
                .toList();
    }

    @Override
    public List<String> helpers() {
        return List.of(VectorColumns.PROBABILITY, SCORES);
    }

    /** A classifier with more outputs than trained classes (a neural net of fixed layers) gives the rest some probability. */
    private Column share(int position) {
        Column score = col(SCORES).getItem(position);
        if (classifier.numClasses() == slots.size()) {
            return score;
        }
        List<Column> trained =
                IntStream.range(0, slots.size()).mapToObj(col(SCORES)::getItem).toList();
        return score.divide(FeatureValues.joined(trained, Column::plus));
    }
}
