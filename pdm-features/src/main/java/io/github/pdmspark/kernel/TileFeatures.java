package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.CircularMean;
import io.github.pdmspark.feature.Comparison;
import io.github.pdmspark.feature.DecayedMean;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.TumblingStatistic;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.feature.WindowComparison;
import io.github.pdmspark.feature.ZScore;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The features that are read off merged tiles. */
final class TileFeatures {

    /** What mean and standard deviation of a window need. */
    static final List<Aggregate> PAST_STATES =
            WindowStatistic.of(Statistic.STDDEV).needs();

    private TileFeatures() {}

    static FeatureWriter rolling(RollingStatistic feature, MachineView machine) {
        return machine.cells(WindowStatistic.of(feature.statistic()), feature.sensors(), feature.windows(), Window::of);
    }

    static FeatureWriter tumbling(TumblingStatistic feature, MachineView machine) {
        return machine.cells(
                WindowStatistic.of(feature.statistic()), feature.sensors(), feature.windows(), Window.Tumbling::new);
    }

    static FeatureWriter decayedMean(DecayedMean feature, MachineView machine) {
        return machine.cells(decayed(feature), feature.sensors(), feature.windows(), Window::of);
    }

    static WindowStatistic decayed(DecayedMean feature) {
        return WindowStatistic.of(new DecayedSums(Micros.of(feature.halfLife())));
    }

    static FeatureWriter circularMean(CircularMean feature, MachineView machine) {
        return machine.cells(circular(feature), feature.sensors(), feature.windows(), Window::of);
    }

    static WindowStatistic circular(CircularMean feature) {
        return WindowStatistic.of(new DirectionSums(feature.period()));
    }

    static FeatureWriter comparison(WindowComparison feature, MachineView machine) {
        List<Cell> cells = new ArrayList<>();
        for (String sensor : feature.sensors()) {
            Cell value = machine.cell(feature.statistic(), sensor, feature.window());
            Cell reference = machine.cell(feature.statistic(), sensor, feature.reference());
            cells.add(
                    feature.comparison() == Comparison.DIFFERENCE
                            ? () -> value.value() - reference.value()
                            : () -> ratio(value.value(), reference.value()));
        }
        return new CellWriter(cells);
    }

    static FeatureWriter zScore(ZScore feature, MachineView machine) {
        List<Cell> cells = new ArrayList<>();
        for (String sensor : feature.sensors()) {
            OwnPast past = OwnPast.of(machine, sensor, feature.past());
            for (Duration window : feature.windows()) {
                Cell mean = machine.cell(Statistic.MEAN, sensor, Window.of(window));
                cells.add(() -> ratio(mean.value() - past.mean(), past.standardDeviation()));
            }
        }
        return new CellWriter(cells);
    }

    private static double ratio(double value, double reference) {
        return reference == 0 ? Double.NaN : value / reference;
    }
}
