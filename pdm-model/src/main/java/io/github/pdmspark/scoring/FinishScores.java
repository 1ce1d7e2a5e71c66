package io.github.pdmspark.scoring;

import com.google.common.collect.Iterators;
import io.github.pdmspark.calibration.ScoreCorrection;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** From the class scores that a model appended, none where it found no score, to rows of the score table. */
final class FinishScores implements MapPartitionsFunction<ScoreInput, Row> {

    private static final long serialVersionUID = 1L;

    private final ScoreCorrection correction;
    private final ScoreCells cells;

    FinishScores(ScoreCorrection correction, ScoreCells cells) {
        this.correction = correction;
        this.cells = cells;
    }

    @Override
    public Iterator<Row> call(Iterator<ScoreInput> rows) {
        return Iterators.transform(rows, this::finished);
    }

    private Row finished(ScoreInput row) {
        double[] classScores = row.getNumbers();
        if (classScores.length == 0 || !ScoreCells.isFit(row)) {
            return cells.unscored(row);
        }
        correction.apply(classScores);
        return cells.scored(row, classScores, row.getImputed());
    }
}
