package io.github.pdmspark.benchmark.engine;

import io.github.pdmspark.benchmark.fleet.StoredFleet;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.FeaturePipelineBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
        SparkSink.run(rows(work, histories.computeIfAbsent(fleet, stored -> stored.history(spark))), work, sink);
    }

    private static Dataset<Row> rows(Work work, FleetHistory history) {
        FeaturePipelineBuilder rolling = FeaturePipeline.builder()
                .every(Duration.ofHours(Work.STEP_HOURS))
                .rolling(Statistic.MEAN, Statistic.STDDEV)
                .over(Duration.ofHours(12), Duration.ofHours(24), Duration.ofHours(36));
        if (work == Work.TELEMETRY) {
            return rolling.build().on(history).rows();
        }
        FeaturePipeline all = rolling.errorCounts()
                .over(Duration.ofHours(24))
                .timeSinceMaintenance()
                .machineAttributes()
                .build();
        FailureLabel label =
                FailureLabel.within(Duration.ofDays(Work.HORIZON_DAYS)).preventiveReplacementIsNegative();
        return LabelledDataset.of(history, all, label).rows();
    }
}
