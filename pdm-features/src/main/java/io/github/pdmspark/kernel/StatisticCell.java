package io.github.pdmspark.kernel;

/** A statistic of one sensor over one window, read off the merged states. */
final class StatisticCell implements Cell {

    private final WindowStatistic.Value statistic;
    private final MachineWindow window;
    private final int count;
    private final int[] states;

    StatisticCell(WindowStatistic statistic, MachineWindow window, StateLayout layout, int sensor) {
        this.statistic = statistic.value();
        this.window = window;
        this.count = layout.sensor(sensor);
        this.states = statistic.needs().stream()
                .mapToInt(aggregate -> layout.aggregate(sensor, aggregate))
                .toArray();
    }

    @Override
    public double value() {
        return statistic.of(window, states, window.state()[count]);
    }
}
