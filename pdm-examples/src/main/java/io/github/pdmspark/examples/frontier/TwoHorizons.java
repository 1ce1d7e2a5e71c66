package io.github.pdmspark.examples.frontier;

import static java.time.Duration.ofHours;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;

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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Two calibrated forests on the same features: one for failures within 48 h, when sensors begin to drift, and one for 24 h, when
 * errors come. What fails within 24 h also fails within 48 h, so the larger probability of both stands for 48 h.
 */
final class TwoHorizons {

    private static final long SEED = 42;

    private final FleetHistory history;
    private final FrontierSettings settings;
    private final FeatureTable features;

    TwoHorizons(FleetHistory history, FrontierSettings settings) {
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
    TemporalSplit split(Duration horizon) {
        FailureLabel label = FailureLabel.within(horizon).preventiveReplacementIsNegative();
        LabelledDataset rows = LabelledDataset.of(
                        features,
                        label.on(history, new ObservationGrid(features.spec().cadence())))
                .materialized(path("rows-" + horizon.toHours() + "h"));
        return TemporalSplit.of(rows)
                .trainUntil(settings.trainUntil())
                .calibrateUntil(settings.calibrateUntil())
                .testFrom(settings.testFrom());
    }

    ModelBundle train(TemporalSplit split) {
        RandomForestTrainer forest = RandomForestTrainer.builder()
                .trees(settings.trees())
                .depth(settings.depth())
                .minInstancesPerNode(5)
                .featureSubset("onethird")
                .seed(SEED)
                .build();
        ModelBundle model = Training.with(forest).negativesKept(0.25, SEED).on(split.train());
        return Calibrator.with(settings.calibration())
                .on(model, split.calibrate().orElseThrow());
    }

    /** The scores of a slice: of each component the larger probability of both models. */
    Dataset<Row> scores(ModelBundle within48, ModelBundle within24, LabelledDataset slice, String name) {
        List<String> numbers = Stream.concat(
                        Stream.of(ScoreNames.PROBABILITIES.total()),
                        slice.components().stream().map(ScoreNames.PROBABILITIES::of))
                .toList();
        Dataset<Row> first =
                ScoringPipeline.of(within48).scoreFeatures(slice.rows()).rows();
        Dataset<Row> second =
                ScoringPipeline.of(within24).scoreFeatures(slice.rows()).rows();
        Column[] renamed = Stream.concat(
                        Stream.of(col("machine_id"), col("as_of")),
                        numbers.stream().map(number -> col(number).as("other_" + number)))
                .toArray(Column[]::new);
        Dataset<Row> both = first.join(second.select(renamed), new String[] {"machine_id", "as_of"});
        for (String number : numbers) {
            both = both.withColumn(number, greatest(col(number), col("other_" + number)))
                    .drop("other_" + number);
        }
        both.write().parquet(path(name));
        return both.sparkSession().read().parquet(path(name));
    }

    private String path(String name) {
        return settings.out().resolve(name).toString();
    }
}
