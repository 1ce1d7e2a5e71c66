package io.github.pdmspark.training;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.calibration.Calibration;
import io.github.pdmspark.calibration.CalibrationMethod;
import io.github.pdmspark.calibration.CalibrationSample;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.label.LabelColumns;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.scoring.ScoringPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits a calibration on a slice that the model never saw: {@code Calibrator.with(PLATT).on(bundle, split.calibration())}.
 * Component by component, on the scores after down-sampling was undone. Immutable.
 */
public final class Calibrator {

    private final CalibrationMethod method;

    private Calibrator(CalibrationMethod method) {
        this.method = method;
    }

    /** A calibrator of this kind. */
    public static Calibrator with(CalibrationMethod method) {
        return new Calibrator(method);
    }

    /**
     * The bundle with probabilities instead of scores; an older calibration is replaced, an alarm policy must be chosen anew.
     * Runs one Spark job; the driver holds 24 bytes per component and distinct score.
     *
     * @throws TrainingException naming every component with too few rows or failures for the method
     */
    public ModelBundle on(ModelBundle bundle, LabelledDataset slice) {
        List<CalibrationSample> samples = samples(bundle.withoutCalibration(), slice);
        requireEnough(bundle.target().components(), samples);
        Calibration calibration =
                new Calibration(method, samples.stream().map(method::fit).toList());
        return bundle.withoutCalibration().withCalibration(calibration);
    }

    private static List<CalibrationSample> samples(ModelBundle bundle, LabelledDataset slice) {
        List<String> components = bundle.target().components();
        List<CalibrationSample> samples =
                Stream.generate(CalibrationSample::new).limit(components.size()).toList();
        Column[] points = IntStream.range(0, components.size())
                .mapToObj(i -> point(i, components.get(i)))
                .toArray(Column[]::new);
        scored(bundle, slice)
                .select(explode(array(points)).as("point"))
                .groupBy("point.component", "point.score")
                .agg(count(lit(1)), sum("point.hit"))
                .orderBy("component", "score")
                .toLocalIterator()
                .forEachRemaining(
                        row -> samples.get(row.getInt(0)).add(row.getDouble(1), row.getLong(2), row.getLong(3)));
        return samples;
    }

    /** The usable rows with their scores and label. */
    private static Dataset<Row> scored(ModelBundle bundle, LabelledDataset slice) {
        Dataset<Row> usable = slice.usable().rows();
        Dataset<Row> scores = ScoringPipeline.of(bundle).scoreFeatures(usable).rows();
        Dataset<Row> labels = usable.select(col(Columns.MACHINE_ID), col(Columns.AS_OF), col(LabelColumns.LABEL));
        return scores.join(labels, new String[] {Columns.MACHINE_ID, Columns.AS_OF})
                .where(col(ScoreColumns.SCORE).isNotNull());
    }

    private static Column point(int number, String component) {
        Column score = Identifiers.column(ScoreNames.SCORES.of(component));
        Column hit = when(col(LabelColumns.LABEL).equalTo(component), lit(1L)).otherwise(lit(0L));
        return struct(lit(number).as("component"), score.as("score"), hit.as("hit"));
    }

    private void requireEnough(List<String> components, List<CalibrationSample> samples) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            CalibrationSample sample = samples.get(i);
            if (!method.isEnough(sample)) {
                problems.add(problem(components.get(i), sample));
            }
        }
        if (!problems.isEmpty()) {
            throw new TrainingException(problems);
        }
    }

    private Problem problem(String component, CalibrationSample sample) {
        String remedy = method == CalibrationMethod.ISOTONIC ? "Calibrate with PLATT, or on" : "Calibrate on";
        return new Problem(
                sample.positives() == 0 ? ErrorCondition.PDM_NO_FAILURES : ErrorCondition.PDM_NO_USABLE_ROWS,
                "The calibration slice has " + sample.rows() + " usable rows and " + sample.positives()
                        + " of them before a failure of '" + component + "'; " + method + " needs "
                        + method.fewestRows()
                        + " rows, " + method.fewestPositives() + " before a failure and 1 that is not.",
                remedy + " a longer slice, or keep the raw scores.");
    }
}
