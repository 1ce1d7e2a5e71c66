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
        assertThat(spec.windowsRead()).containsExactly(Window.of(Duration.ofHours(24)), Window.of(Duration.ofDays(3)));
        assertThat(spec.longestWindow()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void everyKindNamesItsColumns() {
        assertThat(AllKinds.SPEC.featureNames().stream()
                        .filter(name -> !name.startsWith("rotate"))
                        .toList())
                .containsExactly(
                        "volt_slope_per_hour_24h",
                        "volt_slope_per_hour_7d",
                        "volt_mean_tumbling_24h",
                        "volt_mean_12h_over_7d",
                        "volt_zscore_24h_30d",
                        "volt_ewma_6h_24h",
                        "wind_circular_mean_24h",
                        "volt_p50_24h",
                        "volt_p99_9_24h",
                        "volt_robust_slope_per_hour_24h",
                        "volt_cusum_up_24h",
                        "volt_cusum_down_24h",
                        "volt_outliers_2_5sigma_24h",
                        "volt_crossings_minus170_24h",
                        "volt_energy_2h_6h_24h",
                        "volt_crest_factor_24h",
                        "volt_mean_24h_since_comp1",
                        "error1_count_24h",
                        "hours_since_error1",
                        "never_error1",
                        "hours_since_comp1",
                        "never_comp1",
                        "comp1_replacements",
                        "comp1_last_action_is_replaced",
                        "comp1_last_action_is_other",
                        "error1_per_cycles_24h",
                        "distinct_errors_24h",
                        "hours_since_any_error",
                        "never_any_error",
                        "cycles_since_comp1",
                        "model_is_model3",
                        "model_is_other",
                        "age",
                        "machine_age_days");
        assertThat(AllKinds.SPEC.longestWindow()).isEqualTo(Duration.ofDays(31));
        assertThat(AllKinds.SPEC.sensors()).containsExactly("volt", "rotate", "wind", "cycles");
    }

    @Test
    void partsHaveTheColumnsOfTheirWhole() {
        for (Feature feature : AllKinds.SPEC.features()) {
            assertThat(feature.parts().stream()
                            .flatMap(part -> part.columnNames().stream())
                            .toList())
                    .isEqualTo(feature.columnNames());
        }
    }

    @Test
    void selectionKeepsWhatMatchesAndWhatBelongsToIt() {
        FeatureSpec selected = AllKinds.SPEC.select("volt_*_7d", "never_comp1", "*_p99*");

        assertThat(selected.featureNames())
                .containsExactly(
                        "volt_slope_per_hour_7d",
                        "volt_mean_12h_over_7d",
                        "volt_p99_9_24h",
                        "rotate_p99_9_24h",
                        "hours_since_comp1",
                        "never_comp1");
        assertThat(AllKinds.SPEC.select("*")).isEqualTo(AllKinds.SPEC);
        assertThat(AllKinds.SPEC.without("rotate*", "*_24h", "*_30d").sensors()).containsExactly("volt", "cycles");
        assertThatThrownBy(() -> AllKinds.SPEC.select("volts_*"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The pattern 'volts_*' matches no feature column.");
        assertThatThrownBy(() -> AllKinds.SPEC.without("*")).hasMessageContaining("has no features");
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

    @Test
    void parametersAreChecked() {
        List<String> v = List.of("v");
        Window.Sliding day = Window.of(Duration.ofHours(24));
        assertThatThrownBy(() -> day.before(Duration.ofHours(-1))).hasMessageContaining("lies in the future");
        assertThatThrownBy(() -> new Window.Tumbling(Duration.ZERO)).hasMessageContaining("longer than zero");
        assertThatThrownBy(() -> new WindowComparison(Statistic.MEAN, v, Comparison.RATIO, day, day))
                .hasMessageContaining("with itself");
        assertThatThrownBy(() -> new CircularMean(v, 0, DAY)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> new DecayedMean(v, Duration.ZERO, DAY)).hasMessageContaining("half-life");
        assertThatThrownBy(() -> new RollingQuantile(v, List.of(), DAY)).hasMessageContaining("no levels");
        assertThatThrownBy(() -> new RollingQuantile(v, List.of(50.0), DAY)).hasMessageContaining("share between");
        assertThatThrownBy(() -> new Cusum(v, DAY, day, -1)).hasMessageContaining("slack of -1.0");
        assertThatThrownBy(() -> new OutlierCount(v, DAY, day, Double.NaN)).hasMessageContaining("sigmas");
        assertThatThrownBy(() -> new LevelCrossings(v, Double.NaN, DAY)).hasMessageContaining("it is a number");
        assertThatThrownBy(() -> new SinceReplacement(Statistic.COVERAGE, "comp1", v, DAY))
                .hasMessageContaining("use COUNT");
        assertThatThrownBy(() -> new SpectralEnergy(v, Duration.ofHours(6), Duration.ofHours(2), DAY))
                .hasMessageContaining("longer than the shortest");
    }

    private static FeatureSpec spec(Feature... features) {
        return new FeatureSpec(
                Cadence.every(Duration.ofHours(12)), List.of(features), Optional.of(Duration.ofHours(1)), 0.8);
    }
}
