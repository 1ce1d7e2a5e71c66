package io.github.pdmspark.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example of the reference page. */
@ExtendWith(LocalSpark.class)
class LeakageExampleTest {

    @Test
    void pipelineGetsItsCertificate(SparkSession spark) {
        FleetHistory history = FleetHistory.builder()
                .telemetry(Telemetry.from(
                                spark.sql("select '1' as m, timestamp'2015-01-01 00:00:00Z' + id * interval 1 day"
                                        + " as t, cast(id as double) as x from range(20)"))
                        .machineId("m")
                        .time("t")
                        .sensors("x"))
                .build();
        FeaturePipeline pipeline = FeaturePipeline.builder()
                .every(Duration.ofDays(1))
                .rolling(Statistic.MEAN)
                .over(Duration.ofDays(3))
                .build();

        // spotless:off
        // region probe
        LeakageCertificate certificate = LeakageProbe.on(history, 42)
                .cutOffs(1)
                .features("my features", changed -> pipeline.on(changed).rows())
                .run();
        System.out.println(certificate);        // or certificate.toJson()
        certificate.requireClean();             // PDM_LEAK_FOUND names what differed
        // endregion
        // spotless:on

        assertThat(certificate.checks()).hasSize(2);
    }
}
