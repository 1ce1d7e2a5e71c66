package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Window;
import java.util.List;

/** A statistic of the values of a window that lie after the latest visible event, summed anew for every prediction time. */
final class LifeStatistic implements FeatureWriter {

    private final OrderedWindow values;
    private final LatestEvent latest;
    private final TileGrid grid;
    private final StateLayout layout;
    private final MachineWindow window;
    private final StatisticCell cell;
    private final double[] value = new double[1];

    LifeStatistic(WindowStatistic statistic, Window length, OrderedWindow values, EventTimes events, TileGrid grid) {
        this.values = values;
        this.latest = new LatestEvent(events);
        this.grid = grid;
        this.layout = new StateLayout(List.of(statistic.needs()));
        this.window = new MachineWindow(length, grid, Double.NaN, layout.size(), SuspendedTime.NONE);
        this.cell = new StatisticCell(statistic, window, layout, 0);
    }

    @Override
    public void write(long index, double[] row, int at) {
        values.moveTo(index);
        window.clear(grid.time(index), layout);
        long birth = latest.at(index);
        for (int i = 0; i < values.size(); i++) {
            if (values.time(i) >= birth) {
                value[0] = values.value(i);
                layout.add(window.state(), 0, values.time(i), value);
            }
        }
        row[at] = cell.value();
    }
}
