package io.github.pdmspark.scoring;

import com.google.common.collect.Iterators;
import io.github.pdmspark.portable.RowScorer;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** From raw features to rows of the score table, in plain Java. */
final class ScoreFeatures implements MapPartitionsFunction<ScoreInput, Row> {

    private static final long serialVersionUID = 1L;

    private final RowScorer scorer;
    private final ScoreCells cells;

    ScoreFeatures(RowScorer scorer, ScoreCells cells) {
        this.scorer = scorer;
        this.cells = cells;
    }

    @Override
    public Iterator<Row> call(Iterator<ScoreInput> rows) {
        RowScorer.Session session = scorer.session();
        return Iterators.transform(rows, row -> scored(session, row));
    }

    private Row scored(RowScorer.Session session, ScoreInput row) {
        boolean found = ScoreCells.isFit(row) && session.score(row.getNumbers());
        return found ? cells.scored(row, session.classScores(), session.imputed()) : cells.unscored(row);
    }
}
