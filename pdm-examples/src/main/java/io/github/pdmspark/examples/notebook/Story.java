package io.github.pdmspark.examples.notebook;

import static java.time.Duration.ofHours;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.evaluation.FailureScope;
import io.github.pdmspark.examples.program.Dates;
import io.github.pdmspark.examples.program.ExampleFleet;
import io.github.pdmspark.examples.program.OutFolder;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.split.TemporalSplit;
import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What the programs of this package have in common: one fleet, one set of features, one question.
 *
 * @param history the checked tables
 * @param dates where training, calibration and test begin and end
 * @param settings what the caller chose
 * @param origin where the tables come from
 */
record Story(FleetHistory history, Dates dates, Settings settings, String origin) {

    static Story of(SparkSession spark, Settings settings) throws IOException {
        ExampleFleet fleet = ExampleFleet.of(spark, settings);
        FleetHistory history = fleet.history(spark);
        Dates dates = Dates.of(settings, history.quality().table("telemetry"));
        return new Story(history, dates, settings, fleet.origin());
    }

    /** The scores of a slice, computed once and kept under this name. */
    Dataset<Row> scores(ModelBundle model, LabelledDataset slice, String name) {
        return out().stored(
                        name,
                        ScoringPipeline.of(model).scoreFeatures(slice.rows()).rows());
    }

    OutFolder out() {
        return new OutFolder(settings.out());
    }

    // region features
    static FeaturePipeline features() {
        return FeaturePipeline.builder()
                .every(ofHours(3))
                .rolling(Statistic.MEAN, Statistic.STDDEV)
                .over(ofHours(12), ofHours(24), ofHours(36))
                .errorCounts()
                .over(ofHours(24))
                .timeSinceMaintenance()
                .machineAttributes()
                .build();
    }
    // endregion

    /** Features and labels of the whole time, computed anew and stored once. */
    LabelledDataset dataset() throws IOException {
        out().delete("dataset");
        // region dataset
        FailureLabel label = FailureLabel.within(settings.horizon());
        LabelledDataset dataset = LabelledDataset.of(history, features(), label).materialized(out().text("dataset"));
        // endregion
        return dataset;
    }

    // region split
    TemporalSplit split(LabelledDataset dataset) {
        return TemporalSplit.of(dataset)
                .trainUntil(dates.trainUntil())
                .calibrateUntil(dates.calibrateUntil())
                .testFrom(dates.testFrom());
    }
    // endregion

    Evaluator evaluator() {
        return Evaluator.of(history).matchWithin(settings.matchWithin()).counting(FailureScope.WHOLE_WINDOW_IN_RANGE);
    }
}
