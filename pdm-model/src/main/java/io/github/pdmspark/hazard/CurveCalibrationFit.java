package io.github.pdmspark.hazard;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.life.KeptLives;
import io.github.pdmspark.model.LifeColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Compares curves with lives that did not train. The share that a curve promises by the end of its life is evenly spread over
 * all rows if the curves are true (probability integral transform); its product-limit distribution, which takes censored
 * lives for what they are, is what is observed (recalibration of Kuleshov, Fenner and Ermon 2018).
 */
final class CurveCalibrationFit {

    private static final int FEWEST_FAILURES = 50;
    private static final int DIGITS = 3;
    private static final int POINTS = 20;
    private static final String SHARE = "__pdm_share";
    private static final String SEEN = "__pdm_seen";

    private final Periods periods;
    private final String component;

    CurveCalibrationFit(Periods periods, String component) {
        this.periods = periods;
        this.component = component;
    }

    /** From rows with a curve and the columns of {@link KeptLives#ofComponent}. Runs one Spark job; at most 2,002 rows come back. */
    CurveCalibration on(Dataset<Row> lives) {
        Column inRange = col(KeptLives.LIFE).lt(periods.ends().get(periods.count() - 1));
        Column seen = inRange.and(col(KeptLives.CENSORED).equalTo(false));
        List<Row> ends = lives.where(col(KeptLives.LIFE)
                        .isNotNull()
                        .and(col(LifeColumns.SURVIVAL).isNotNull()))
                .select(round(promised(), DIGITS).as(SHARE), seen.as(SEEN))
                .groupBy(SHARE)
                .agg(count(when(col(SEEN), lit(1))), count(lit(1)))
                .orderBy(SHARE)
                .collectAsList();
        requireFailures(ends.stream().mapToLong(row -> row.getLong(1)).sum());
        return through(observed(ends));
    }

    /** What a curve promises by the end of the life: in each period the part of its fall that the life has passed. */
    private Column promised() {
        Column sum = lit(0.0);
        for (int i = 0; i < periods.count(); i++) {
            Column before = i == 0 ? lit(1.0) : col(LifeColumns.SURVIVAL).getItem(i - 1);
            double start = periods.starts().get(i);
            Column passed =
                    col(KeptLives.LIFE).minus(start).divide(periods.ends().get(i) - start);
            sum = sum.plus(before.minus(col(LifeColumns.SURVIVAL).getItem(i))
                    .multiply(greatest(lit(0.0), least(lit(1.0), passed))));
        }
        return sum;
    }

    private void requireFailures(long failures) {
        if (failures < FEWEST_FAILURES) {
            throw new TrainingException(List.of(new Problem(
                    ErrorCondition.PDM_NO_FAILURES,
                    "The lives to calibrate on show " + failures + " failures of '" + component
                            + "' within the periods, but " + FEWEST_FAILURES + " are needed.",
                    "Hold out more machines or a longer time.")));
        }
    }

    private static List<double[]> observed(List<Row> ends) {
        long atRisk = ends.stream().mapToLong(row -> row.getLong(2)).sum();
        double lasting = 1;
        List<double[]> points = new ArrayList<>();
        for (Row end : ends) {
            lasting *= 1 - (double) end.getLong(1) / atRisk;
            atRisk -= end.getLong(2);
            points.add(new double[] {end.getDouble(0), 1 - lasting});
        }
        return points;
    }

    /** A point for each twentieth that is observed; beyond the last one there is no other knowledge than the end at (1, 1). */
    private static CurveCalibration through(List<double[]> points) {
        List<Double> predicted = new ArrayList<>(List.of(0.0));
        List<Double> observed = new ArrayList<>(List.of(0.0));
        int next = 1;
        for (double[] point : points) {
            boolean reached = point[1] >= (double) next / POINTS;
            if (reached && point[0] > predicted.get(predicted.size() - 1) && point[0] < 1 && point[1] < 1) {
                predicted.add(point[0]);
                observed.add(point[1]);
                next = (int) Math.floor(point[1] * POINTS) + 1;
            }
        }
        predicted.add(1.0);
        observed.add(1.0);
        return new CurveCalibration(predicted, observed);
    }
}
