package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.EventCount;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.feature.ReplacementCount;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
@TestInstance(Lifecycle.PER_CLASS)
class PipelineCheckTest {

    private static final Duration DAY = Duration.ofHours(24);
    private final FleetHistory withoutLogs;

    PipelineCheckTest(SparkSession spark) {
        withoutLogs = FleetHistory.builder()
                .telemetry(Telemetry.from(spark.sql("select 'a' m, timestamp'2015-01-01 00:00:00Z' t, 1.0D voltage"))
                        .machineId("m")
                        .time("t")
                        .sensors("voltage"))
                .failures(FailureLog.from(spark.sql("select 'a' m, timestamp'2015-01-01 00:00:00Z' t, 'comp1' c"))
                        .machineId("m")
                        .time("t")
                        .component("c"))
                .build();
    }

    @Test
    void everythingThatTheHistoryLacksIsNamedAtOnce() {
        FeatureSpec spec = new FeatureSpec(
                Cadence.every(DAY),
                List.of(
                        new RollingStatistic(Statistic.MEAN, List.of("volt"), List.of(DAY)),
                        new EventCount(List.of("error1"), List.of(DAY)),
                        new ReplacementCount(List.of("comp1")),
                        new CategoricalAttribute("model", List.of()),
                        new NumericAttribute("age")),
                Optional.empty(),
                0.8);

        assertThatThrownBy(() -> FeaturePipeline.of(spec).on(withoutLogs))
                .isInstanceOfSatisfying(SchemaException.class, error -> assertThat(error.problems())
                        .extracting(Problem::condition)
                        .containsExactly(
                                ErrorCondition.PDM_COLUMN_NOT_FOUND,
                                ErrorCondition.PDM_COLUMN_NOT_FOUND,
                                ErrorCondition.PDM_COLUMN_NOT_FOUND,
                                ErrorCondition.PDM_TABLE_MISSING,
                                ErrorCondition.PDM_TABLE_MISSING))
                .hasMessageContaining("sensor 'volt'")
                .hasMessageContaining("Did you mean 'voltage'?")
                .hasMessageContaining("table 'errors'")
                .hasMessageContaining("table 'maintenance'")
                .hasMessageContaining("categorical attribute 'model'")
                .hasMessageContaining("numeric attribute 'age'");
    }

    @Test
    void declarationsAboutMissingTablesMeanNothing() {
        FeatureSpec spec = FeaturePipeline.builder()
                .every(DAY)
                .rolling(Statistic.LAST)
                .on("voltage")
                .over(DAY)
                .errorCounts()
                .over(DAY)
                .timeSinceErrors()
                .timeSinceMaintenance()
                .replacementCounts()
                .machineAttributes()
                .build()
                .resolve(withoutLogs);

        assertThat(withoutLogs.components()).containsExactly("comp1");
        assertThat(spec.featureNames()).containsExactly("voltage_last_24h");
    }

    @Test
    void unknownSensorInADeclarationIsAnError() {
        FeaturePipeline pipeline = FeaturePipeline.builder()
                .every(DAY)
                .rolling(Statistic.MEAN)
                .on("volts")
                .over(DAY)
                .build();

        assertThatThrownBy(() -> pipeline.resolve(withoutLogs))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("sensor 'volts'");
    }

    @Test
    void incompleteDeclarationsAreRefused() {
        assertThatThrownBy(() -> FeaturePipeline.builder().machineAttributes().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call every(...)");
        assertThatThrownBy(() -> FeaturePipeline.builder().every(DAY).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no features");
        assertThatThrownBy(() -> FeaturePipeline.builder().rolling())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names no statistic");
    }

    @Test
    void offsetAndMinimumCoverageReachTheSpecification() {
        FeatureSpec spec = FeaturePipeline.builder()
                .every(DAY)
                .offset(Duration.ofHours(6))
                .minimumCoverage(0.5)
                .rolling(Statistic.MEAN)
                .over(DAY)
                .build()
                .resolve(withoutLogs);

        assertThat(spec.cadence()).isEqualTo(Cadence.every(DAY).withOffset(Duration.ofHours(6)));
        assertThat(spec.minimumCoverage()).isEqualTo(0.5);
    }
}
