package io.github.pdmspark.benchmark.engine;

import io.github.pdmspark.benchmark.fleet.StoredFleet;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.FeaturePipelineBuilder;
import io.github.pdmspark.pipeline.ParquetOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** This library through its public API, on a history that was validated before. */
public final class PdmSpark implements Engine {

    private final SparkSession spark;
    private final Map<StoredFleet, FleetHistory> histories = new HashMap<>();

    public PdmSpark(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public String name() {
        return "pdm-spark";
    }

    @Override
    public void prepare(StoredFleet fleet) {
        histories.computeIfAbsent(fleet, stored -> stored.history(spark));
    }

    @Override
    public void run(Work work, StoredFleet fleet, Sink sink) {
        FleetHistory history = histories.computeIfAbsent(fleet, stored -> stored.history(spark));
        if (work == Work.TELEMETRY) {
            SparkSink.run(rolling().build().on(history).rows(), work, sink);
        } else {
            LabelledDataset whole = whole(history);
            SparkSink.run(whole.rows(), work, sink, ParquetOptions.of(whole.spec()));
        }
    }

    private static FeaturePipelineBuilder rolling() {
        return FeaturePipeline.builder()
                .every(Duration.ofHours(Work.STEP_HOURS))
                .rolling(Statistic.MEAN, Statistic.STDDEV)
                .over(Duration.ofHours(12), Duration.ofHours(24), Duration.ofHours(36));
    }

    private static LabelledDataset whole(FleetHistory history) {
        FeaturePipeline all = rolling()
                .errorCounts()
                .over(Duration.ofHours(24))
                .timeSinceMaintenance()
                .machineAttributes()
                .build();
        FailureLabel label =
                FailureLabel.within(Duration.ofDays(Work.HORIZON_DAYS)).preventiveReplacementIsNegative();
        return LabelledDataset.of(history, all, label);
    }
}
