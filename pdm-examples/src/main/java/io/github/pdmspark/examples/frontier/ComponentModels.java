package io.github.pdmspark.examples.frontier;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.training.Calibrator;
import io.github.pdmspark.training.Training;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One calibrated forest per component on the same features, for failures within 48 h, when sensors begin to drift. A forest of all
 * components gives each row one class, so it can hardly be sure of the second of two that fail together; these can.
 */
final class ComponentModels {

    private static final long SEED = 42;

    private final FleetHistory history;
    private final FrontierSettings settings;
    private final FeatureTable features;

    ComponentModels(FleetHistory history, FrontierSettings settings) {
        this.history = history;
        this.settings = settings;
        this.features = features().on(history).materialized(path("features"));
    }

    private static FeaturePipeline features() {
        return FeaturePipeline.builder()
                .every(ofHours(3))
                .rolling(Statistic.MEAN)
                .over(ofHours(6), ofHours(12), ofHours(24), ofHours(48))
                .rolling(Statistic.STDDEV)
                .over(ofHours(24))
                .errorCounts()
                .over(ofHours(24), ofHours(48))
                .timeSinceErrors()
                .timeSinceMaintenance()
                .machineAttributes()
                .build();
    }

    /**
     * Rows with their label and the slices. A preventive replacement counts as "did not fail": most failures are noticed at
     * visits, and rows before a visit without one must not drop out of training, or every visit would look like a failure.
     */
    TemporalSplit split() {
        FailureLabel label = FailureLabel.within(ofDays(2)).preventiveReplacementIsNegative();
        LabelledDataset rows = LabelledDataset.of(
                        features,
                        label.on(history, new ObservationGrid(features.spec().cadence())))
                .materialized(path("rows"));
        return TemporalSplit.of(rows)
                .trainUntil(settings.trainUntil())
                .calibrateUntil(settings.calibrateUntil())
                .testFrom(settings.testFrom());
    }

    /** One calibrated model per component, each against all other rows. */
    List<ModelBundle> train(TemporalSplit split) {
        return history.components().stream()
                .map(component -> train(split, component))
                .toList();
    }

    private ModelBundle train(TemporalSplit split, String component) {
        RandomForestTrainer forest = RandomForestTrainer.builder()
                .trees(settings.trees())
                .depth(settings.depth())
                .minInstancesPerNode(5)
                .featureSubset("onethird")
                .seed(SEED)
                .build();
        ModelBundle model =
                Training.with(forest).negativesKept(0.25, SEED).on(split.train().ofComponent(component));
        return Calibrator.with(settings.calibration())
                .on(model, split.calibrate().orElseThrow().ofComponent(component));
    }

    /** The scores of a slice: of each component the probability of its model, and that any fails. */
    Dataset<Row> scores(List<ModelBundle> models, LabelledDataset slice, String name) {
        Dataset<Row> all = models.stream()
                .map(model -> scores(model, slice))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        List<Column> numbers = slice.components().stream()
                .map(component -> max(when(col("component").equalTo(component), col("number")))
                        .as(ScoreNames.PROBABILITIES.of(component)))
                .toList();
        Column noneFails = slice.components().stream()
                .map(component -> lit(1).minus(col(ScoreNames.PROBABILITIES.of(component))))
                .reduce(Column::multiply)
                .orElseThrow();
        all.groupBy("machine_id", "as_of", "status")
                .agg(numbers.get(0), numbers.subList(1, numbers.size()).toArray(Column[]::new))
                .withColumn(ScoreNames.PROBABILITIES.total(), lit(1).minus(noneFails))
                .write()
                .parquet(path(name));
        return history.sparkSession().read().parquet(path(name));
    }

    private static Dataset<Row> scores(ModelBundle model, LabelledDataset slice) {
        String component = model.target().components().get(0);
        return ScoringPipeline.of(model)
                .scoreFeatures(slice.rows())
                .rows()
                .select(
                        col("machine_id"),
                        col("as_of"),
                        col("status"),
                        lit(component).as("component"),
                        col(ScoreNames.PROBABILITIES.of(component)).as("number"));
    }

    private String path(String name) {
        return settings.out().resolve(name).toString();
    }
}
