package io.github.pdmspark.scoring;

import io.github.pdmspark.calibration.ScoreCorrection;
import io.github.pdmspark.kernel.FeatureStatus;
import io.github.pdmspark.model.ScoreStatus;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Writes rows in the order of {@link ScoreTable}: key, status, any failure, top component, imputed, components. */
final class ScoreCells implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_COMPONENT = 6;

    private final List<String> components;

    ScoreCells(List<String> components) {
        this.components = List.copyOf(components);
    }

    /** Whether the features of the row know enough. */
    static boolean isFit(ScoreInput row) {
        return FeatureStatus.OK.name().equals(row.getStatus());
    }

    /** A row with final class scores, none first. */
    Row scored(ScoreInput row, double[] classScores, int imputed) {
        @Nullable Object[] cells = cells(row, ScoreStatus.SCORED.name(), imputed);
        cells[3] = ScoreCorrection.anyFailure(classScores);
        cells[4] = components.get(ScoreCorrection.top(classScores));
        for (int i = 1; i < classScores.length; i++) {
            cells[FIRST_COMPONENT + i - 1] = classScores[i];
        }
        return RowFactory.create(cells);
    }

    /** A row without scores; statuses of features and scores share their names, but for a row that is fit to be scored. */
    Row unscored(ScoreInput row) {
        String status = row.getStatus();
        String shown = status == null || isFit(row) ? ScoreStatus.NOT_SCORED.name() : status;
        return RowFactory.create(cells(row, shown, 0));
    }

    private @Nullable Object[] cells(ScoreInput row, String status, int imputed) {
        @Nullable Object[] cells = new @Nullable Object[FIRST_COMPONENT + components.size()];
        cells[0] = row.getMachineId();
        cells[1] = row.getAsOf();
        cells[2] = status;
        cells[5] = imputed;
        return cells;
    }
}
