package io.github.pdmspark.scoring;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.imputation.FeatureValues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;

/**
 * Undoes the down-sampling of rows without failure. With two classes and keep rate {@code b}, {@code p = b s / (b s - s + 1)};
 * with more, the odds of none grow by {@code 1 / b} and the scores are divided by their new sum.
 */
final class PriorCorrection {

    private PriorCorrection() {}

    /** The scores, an array with none first, as they would be without down-sampling; null stays null. */
    static Column undo(Column scores, int classCount, double negativesKept) {
        if (negativesKept == 1.0) {
            return scores;
        }
        List<Column> raised = new ArrayList<>();
        raised.add(scores.getItem(0).divide(lit(negativesKept)));
        IntStream.range(1, classCount).mapToObj(scores::getItem).forEach(raised::add);
        Column sum = FeatureValues.joined(raised, Column::plus);
        Column corrected = array(raised.stream().map(score -> score.divide(sum)).toArray(Column[]::new));
        return when(scores.isNotNull(), corrected);
    }
}
