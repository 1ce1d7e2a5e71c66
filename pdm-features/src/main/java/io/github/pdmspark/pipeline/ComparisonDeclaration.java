package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.Comparison;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.feature.WindowComparison;
import java.time.Duration;
import java.util.List;

/** A comparison of two windows that still lacks them. */
public final class ComparisonDeclaration {

    private final FeaturePipelineBuilder builder;
    private final Statistic statistic;
    private final Comparison comparison;
    private final List<String> sensors;

    ComparisonDeclaration(
            FeaturePipelineBuilder builder, Statistic statistic, Comparison comparison, List<String> sensors) {
        this.builder = builder;
        this.statistic = statistic;
        this.comparison = comparison;
        this.sensors = List.copyOf(sensors);
    }

    /** Only these sensors; without this call, all sensors of the history. */
    public ComparisonDeclaration on(String... names) {
        return new ComparisonDeclaration(builder, statistic, comparison, List.of(names));
    }

    /** The reference is {@code [asOf - length, asOf)}; name the window that is compared with it next. */
    public From from(Duration length) {
        return from(Window.of(length));
    }

    /** The reference is this window; name the window that is compared with it next. */
    public From from(Window.Sliding reference) {
        return new From(reference);
    }

    /** Compares {@code [asOf - length, asOf)} with the same window {@code lag} earlier. */
    public FeaturePipelineBuilder over(Duration length, Duration lag) {
        return from(Window.of(length).before(lag)).to(length);
    }

    /** A comparison that has its reference. */
    public final class From {

        private final Window.Sliding reference;

        private From(Window.Sliding reference) {
            this.reference = reference;
        }

        /** Compares {@code [asOf - length, asOf)} with the reference. */
        public FeaturePipelineBuilder to(Duration length) {
            return to(Window.of(length));
        }

        /** Compares this window with the reference. */
        public FeaturePipelineBuilder to(Window.Sliding window) {
            return builder.declare(history -> List.of(new WindowComparison(
                    statistic, sensors.isEmpty() ? history.sensors() : sensors, comparison, window, reference)));
        }
    }
}
