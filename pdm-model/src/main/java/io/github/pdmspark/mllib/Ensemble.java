package io.github.pdmspark.mllib;

import java.util.List;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One or several fitted classifiers that together score all classes. */
sealed interface Ensemble permits SingleClassifier, OneVsRest {

    /** Which classes the classifiers know, as indexes into all classes; the others had no training row and score 0. */
    List<Integer> slots();

    List<ProbabilisticClassificationModel<?, ?>> parts();

    Layout.Kind kind();

    /** The rows, which have a column {@link VectorColumns#FEATURES}, with helper columns for {@link #scores}. */
    Dataset<Row> transform(Dataset<Row> vectors);

    /** The score of each of {@code classCount} classes, from the helper columns. */
    List<Column> scores(int classCount);

    /** The helper columns. */
    List<String> helpers();
}
