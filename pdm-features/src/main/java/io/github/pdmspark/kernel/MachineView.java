package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the columns of one machine are computed from.
 *
 * @param spec the specification
 * @param aggregates the statistics of one's own
 * @param plan the specification for tiles
 * @param machine its events and attributes
 * @param tiles its windows
 * @param ordered its windows value by value
 */
record MachineView(
        FeatureSpec spec,
        WindowAggregates aggregates,
        RollingPlan plan,
        MachineRecords machine,
        MachineTiles tiles,
        OrderedWindows ordered) {

    /** A statistic of one sensor over one window. */
    StatisticCell cell(WindowStatistic statistic, String sensor, Window window) {
        return new StatisticCell(
                statistic, tiles.window(window), plan.layout(), plan.sensors().indexOf(sensor));
    }

    /** A statistic of one sensor over one window. */
    StatisticCell cell(Statistic statistic, String sensor, Window window) {
        return cell(WindowStatistic.of(statistic), sensor, window);
    }

    /** One column per sensor and window, sensor by sensor. */
    FeatureWriter cells(
            WindowStatistic statistic,
            List<String> sensors,
            List<Duration> windows,
            Function<Duration, ? extends Window> window) {
        List<StatisticCell> cells = new ArrayList<>();
        for (String sensor : sensors) {
            windows.forEach(length -> cells.add(cell(statistic, sensor, window.apply(length))));
        }
        return new CellWriter(cells);
    }
}
