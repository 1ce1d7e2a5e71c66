package io.github.pdmspark.portable;

import io.github.pdmspark.calibration.ScoreCorrection;
import io.github.pdmspark.imputation.RowFilling;
import java.io.Serializable;

/** From the raw features of one row to its final class scores. Thread-safe; each thread scores in a session of its own. */
public final class RowScorer implements Serializable {

    private static final long serialVersionUID = 1L;

    private final RowFilling filling;
    private final FlatModel model;
    private final ScoreCorrection correction;

    /** Imputation, model and correction in this order. */
    public RowScorer(RowFilling filling, FlatModel model, ScoreCorrection correction) {
        if (model.features() > filling.outputs()) {
            throw new IllegalArgumentException("The model reads " + model.features()
                    + " features, but the imputation gives " + filling.outputs() + ".");
        }
        this.filling = filling;
        this.model = model;
        this.correction = correction;
    }

    /** Number of raw features. */
    public int inputs() {
        return filling.inputs();
    }

    /** A new session, for one thread. */
    public Session session() {
        return new Session();
    }

    /** Scores one row after the other in the same few arrays. Not thread-safe. */
    public final class Session {

        private final double[] filled = new double[filling.outputs()];
        private final double[] scores = new double[model.classes()];
        private final double[] scratch = new double[model.scratchSize()];
        private int imputed;

        private Session() {}

        /** Scores a row of raw features, NaN where missing; false if the algorithm finds no finite score. */
        public boolean score(double[] features) {
            imputed = filling.fill(features, filled);
            boolean found = model.score(filled, scores, scratch);
            if (found) {
                correction.apply(scores);
            }
            return found;
        }

        /** The class scores of the last row, none first; rewritten by every {@link #score}. */
        public double[] classScores() {
            return scores;
        }

        /** How many features of the last row were missing. */
        public int imputed() {
            return imputed;
        }
    }
}
