package io.github.pdmspark.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeatureSpecTest {

    private static final List<Duration> DAY = List.of(Duration.ofHours(24));

    @Test
    void namesSayWhatAColumnHolds() {
        FeatureSpec spec = spec(
                new RollingStatistic(
                        Statistic.MEAN, List.of("volt"), List.of(Duration.ofHours(24), Duration.ofDays(3))),
                new RollingStatistic(Statistic.MISSING, List.of("volt", "rotate"), DAY),
                new EventCount(List.of("error1"), DAY),
                new TimeSinceEvent(List.of("error1")),
                new TimeSinceMaintenance(List.of("comp1")),
                new ReplacementCount(List.of("comp1")),
                new CategoricalAttribute("model", List.of("model3")),
                new NumericAttribute("age"));

        assertThat(spec.featureNames())
                .containsExactly(
                        "volt_mean_24h",
                        "volt_mean_3d",
                        "volt_missing_24h",
                        "rotate_missing_24h",
                        "error1_count_24h",
                        "hours_since_error1",
                        "never_error1",
                        "hours_since_comp1",
                        "never_comp1",
                        "comp1_replacements",
                        "model_is_model3",
                        "model_is_other",
                        "age");
        assertThat(spec.sensors()).containsExactly("volt", "rotate");
        assertThat(spec.windows()).containsExactly(Duration.ofHours(24), Duration.ofDays(3));
        assertThat(spec.longestWindow()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void specificationWithoutWindowsLooksBackZero() {
        assertThat(spec(new NumericAttribute("age")).longestWindow()).isZero();
    }

    @Test
    void expectedReadingsAreWholeAndAtLeastOne() {
        FeatureSpec spec = spec(new NumericAttribute("age"));

        assertThat(spec.expectedReadings(Duration.ofMinutes(150))).contains(2L);
        assertThat(spec.expectedReadings(Duration.ofMinutes(10))).contains(1L);
    }

    @Test
    void equalColumnNamesAreAnErrorThatNamesBoth() {
        assertThatThrownBy(() -> spec(
                        new RollingStatistic(Statistic.MEAN, List.of("v"), DAY), new NumericAttribute("V_mean_24h")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'V_mean_24h'")
                .hasMessageContaining("RollingStatistic[statistic=MEAN")
                .hasMessageContaining("NumericAttribute[attribute=V_mean_24h]");
    }

    @Test
    void keyColumnsKeepTheirNames() {
        assertThatThrownBy(() -> spec(new NumericAttribute("coverage")))
                .hasMessageContaining("'coverage'")
                .hasMessageContaining("key columns");
    }

    @Test
    void coverageNeedsASamplingPeriod() {
        Feature coverage = new RollingStatistic(Statistic.COVERAGE, List.of("v"), DAY);

        assertThat(spec(coverage).featureNames()).containsExactly("v_coverage_24h");
        assertThatThrownBy(() ->
                        new FeatureSpec(Cadence.every(Duration.ofHours(1)), List.of(coverage), Optional.empty(), 0.8))
                .hasMessageContaining("Telemetry.sampledEvery");
    }

    @Test
    void declarationsAreChecked() {
        assertThatThrownBy(() -> spec()).hasMessageContaining("has no features");
        assertThatThrownBy(() -> new RollingStatistic(Statistic.MEAN, List.of(), DAY))
                .hasMessageContaining("has no sensors");
        assertThatThrownBy(() -> new RollingStatistic(Statistic.MEAN, List.of("v"), List.of()))
                .hasMessageContaining("has no windows");
        assertThatThrownBy(() -> new RollingStatistic(Statistic.MEAN, List.of("v", "v"), DAY))
                .hasMessageContaining("names v twice among its sensors");
        assertThatThrownBy(() -> new EventCount(List.of("e"), List.of(Duration.ZERO)))
                .hasMessageContaining("longer than zero");
        assertThatThrownBy(() -> new EventCount(List.of(" "), DAY)).hasMessageContaining("blank name among its codes");
        assertThatThrownBy(() -> new CategoricalAttribute("model", List.of("other")))
                .hasMessageContaining("leave it out");
        assertThatThrownBy(() -> new EventCount(List.of("e"), List.of(Duration.ofNanos(1500))))
                .hasMessageContaining("finer than a microsecond");
    }

    private static FeatureSpec spec(Feature... features) {
        return new FeatureSpec(
                Cadence.every(Duration.ofHours(12)), List.of(features), Optional.of(Duration.ofHours(1)), 0.8);
    }
}
