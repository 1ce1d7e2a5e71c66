package io.github.pdmspark.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.RegimeFit;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example of the how-to page. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class LeakageExampleTest {

    @Test
    void pipelineGetsItsCertificate(SparkSession spark) {
        FleetHistory history = FleetHistory.builder()
                .telemetry(Telemetry.from(
                                spark.sql("select '1' as m, timestamp'2015-01-01 00:00:00Z' + id * interval 1 day"
                                        + " as t, cast(id as double) as x from range(40)"))
                        .machineId("m")
                        .time("t")
                        .sensors("x"))
                .failures(FailureLog.from(spark.sql("select '1' as m, timestamp'2015-01-07 00:00:00Z' + id * interval"
                                + " 9 days as t, 'pump' as c from range(4)"))
                        .machineId("m")
                        .time("t")
                        .component("c"))
                .build();
        FeaturePipeline pipeline = FeaturePipeline.builder()
                .every(Duration.ofDays(1))
                .rolling(Statistic.MEAN)
                .over(Duration.ofDays(3))
                .build();
        FailureLabel label = FailureLabel.within(Duration.ofDays(2));
        Instant testFrom = Instant.parse("2015-01-25T00:00:00Z");
        TimeRange training = TimeRange.of(Instant.parse("2015-01-01T00:00:00Z"), testFrom);

        // spotless:off
        // region probe
        LeakageCertificate certificate = LeakageProbe.on(history, 42)       // 42: the seed that repeats it
                .cutOffs(1)
                .features("features", changed -> pipeline.on(changed).rows())
                .labels("labels", label, changed -> LabelledDataset.of(changed, pipeline, label).rows())
                .training("training rows", testFrom, changed -> TemporalSplit
                        .of(LabelledDataset.of(changed, pipeline, label))
                        .trainUntil(testFrom).testFrom(testFrom)
                        .train().rows())
                .fitted("regimes", testFrom, changed -> RegimeFit.on(changed, training, List.of("x"), List.of("x"), 2))
                .run();
        System.out.println(certificate);        // or certificate.toJson()
        certificate.requireClean();             // PDM_LEAK_FOUND names what differed
        // endregion
        // spotless:on

        assertThat(certificate.checks()).hasSize(5);
    }
}
