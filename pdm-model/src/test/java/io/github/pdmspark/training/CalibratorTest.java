package io.github.pdmspark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.calibration.Calibration;
import io.github.pdmspark.calibration.CalibrationCurve;
import io.github.pdmspark.calibration.CalibrationMethod;
import io.github.pdmspark.calibration.CalibrationSample;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.evaluation.Baselines;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.scoring.WearingFleet;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalibratorTest {

    private static final String PUMP = "pump.1";
    private static final RandomForestTrainer FOREST =
            RandomForestTrainer.builder().trees(10).depth(4).seed(1).build();

    private final SparkSession spark;
    private LabelledDataset late;
    private ModelBundle bundle;

    CalibratorTest(SparkSession spark) {
        this.spark = spark;
        LabelledDataset dataset = WearingFleet.dataset(spark);
        late = dataset.between(TimeRange.from("2015-01-14"));
        bundle = Training.with(FOREST)
                .negativesKept(0.5, 3)
                .on(dataset.between(TimeRange.of("2015-01-01", "2015-01-12")));
    }

    @BeforeAll
    void materialize(@TempDir Path folder) {
        late = late.materialized(folder.resolve("late").toString());
    }

    /** The same fit from rows collected one by one. */
    @Test
    void curveIsFittedOnTheUsableRowsOfTheSlice() {
        ModelBundle calibrated = Calibrator.with(CalibrationMethod.PLATT).on(bundle, late);

        CalibrationCurve expected = CalibrationMethod.PLATT.fit(naiveSample());
        Calibration found = calibrated.calibration().orElseThrow();
        assertThat(found.method()).isEqualTo(CalibrationMethod.PLATT);
        assertThat(found.curves().get(0)).isEqualTo(expected);
        assertThat(Calibrator.with(CalibrationMethod.PLATT).on(calibrated, late).modelId())
                .isEqualTo(calibrated.modelId());
    }

    private CalibrationSample naiveSample() {
        Dataset<Row> scores =
                ScoringPipeline.of(bundle).scoreFeatures(late.rows()).rows();
        List<Row> rows = late.rows()
                .join(scores, new String[] {"machine_id", "as_of"})
                .where("row_status = 'USABLE' and status = 'SCORED'")
                .select("label", "`score_pump.1`")
                .collectAsList();
        Map<Double, long[]> byScore = new TreeMap<>();
        for (Row row : rows) {
            long[] counts = byScore.computeIfAbsent(row.getDouble(1), score -> new long[2]);
            counts[0]++;
            counts[1] += PUMP.equals(row.get(0)) ? 1 : 0;
        }
        CalibrationSample sample = new CalibrationSample();
        byScore.forEach((score, counts) -> sample.add(score, counts[0], counts[1]));
        return sample;
    }

    @Test
    void scoreTableHasProbabilitiesInTheirPlace() {
        ModelBundle calibrated = Calibrator.with(CalibrationMethod.PLATT).on(bundle, late);

        Dataset<Row> table =
                ScoringPipeline.of(calibrated).scoreFeatures(late.rows()).rows();

        DatasetAssert.assertThat(table.drop("model_id", "run_id", "scored_at"))
                .hasColumns(
                        "machine_id",
                        "as_of",
                        "status",
                        "probability",
                        "top_component",
                        "probability_pump.1",
                        "probability_seal b",
                        "imputed");
        assertThat(table.where("abs(probability - `probability_pump.1` - `probability_seal b`) > 1e-12"
                                + " or probability not between 0 and 1")
                        .count())
                .isZero();
        assertThat(calibrated.modelId()).isNotEqualTo(bundle.modelId());
        assertThat(calibrated.withoutCalibration().modelId()).isEqualTo(bundle.modelId());
    }

    @Test
    void savedCalibrationScoresTheSame(@TempDir Path folder) {
        ModelBundle calibrated =
                Calibrator.with(CalibrationMethod.PLATT).on(bundle, late).withPolicy(AlarmPolicy.threshold(0.3));
        String path = folder.resolve("bundle").toString();
        calibrated.save(path);

        ModelBundle loaded = ModelBundle.load(spark, path);

        assertThat(loaded.calibration()).isEqualTo(calibrated.calibration());
        assertThat(loaded.usualValues()).isEqualTo(bundle.usualValues()).isPresent();
        assertThat(loaded.policy()).isEqualTo(calibrated.policy());
        assertThat(loaded.modelId()).isEqualTo(calibrated.modelId());
    }

    /** A threshold that was chosen for scores means something else for probabilities. */
    @Test
    void calibrationDropsTheAlarmPolicy() {
        ModelBundle withPolicy = bundle.withPolicy(AlarmPolicy.threshold(0.5));

        assertThat(Calibrator.with(CalibrationMethod.PLATT).on(withPolicy, late).policy())
                .isEmpty();
    }

    @Test
    void probabilitiesAreJudgedLikeScores() {
        ModelBundle calibrated = Calibrator.with(CalibrationMethod.PLATT).on(bundle, late);
        Evaluator evaluator = Evaluator.of(WearingFleet.history(spark)).matchWithin(Duration.ofDays(3));
        Dataset<Row> table =
                ScoringPipeline.of(calibrated).scoreFeatures(late.rows()).rows();

        EvaluationReport report =
                evaluator.evaluate(table, late, AlarmPolicy.threshold(0.3), Baselines.withoutCalibration());

        assertThat(report.events().counts().detected()).isPositive();
        assertThat(report.rows().anyFailure().brierSkill().value().orElseThrow())
                .isPositive();
    }

    @Test
    void tooFewRowsForIsotonicAreNamedByComponent() {
        assertThatThrownBy(() -> Calibrator.with(CalibrationMethod.ISOTONIC).on(bundle, late))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("before a failure of 'pump.1'; ISOTONIC needs 1000 rows, 50 before a failure")
                .hasMessageContaining("'seal b'")
                .hasMessageContaining("Calibrate with PLATT");
    }

    @Test
    void sliceWithoutAFailureIsRefused() {
        LabelledDataset quiet = late.where(org.apache.spark.sql.functions.expr("label is null"));

        assertThatThrownBy(() -> Calibrator.with(CalibrationMethod.PLATT).on(bundle, quiet))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("PDM_NO_FAILURES The calibration slice has");
    }
}
