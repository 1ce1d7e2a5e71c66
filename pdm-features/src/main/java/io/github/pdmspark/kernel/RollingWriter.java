package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.time.Micros;

/** A rolling statistic, read off the merged windows: sensor by sensor, window by window. */
final class RollingWriter implements FeatureWriter {

    private final MachineTiles tiles;
    private final RollingPlan plan;
    private final WindowStatistic statistic;
    private final int[] sensors;
    private final int[] windows;
    private final int[][] states;

    RollingWriter(RollingStatistic feature, RollingPlan plan, MachineTiles tiles) {
        this.tiles = tiles;
        this.plan = plan;
        this.statistic = WindowStatistic.of(feature.statistic());
        this.sensors =
                feature.sensors().stream().mapToInt(plan.sensors()::indexOf).toArray();
        this.windows = feature.windows().stream()
                .mapToInt(window -> plan.windows().indexOf(Micros.of(window)))
                .toArray();
        this.states = new int[sensors.length][];
        for (int i = 0; i < sensors.length; i++) {
            int sensor = sensors[i];
            states[i] = statistic.needs().stream()
                    .mapToInt(aggregate -> plan.layout().aggregate(sensor, aggregate))
                    .toArray();
        }
    }

    @Override
    public void write(long index, double[] row, int at) {
        int column = at;
        for (int i = 0; i < sensors.length; i++) {
            int count = plan.layout().sensor(sensors[i]);
            for (int window : windows) {
                double[] state = tiles.window(window);
                row[column++] = statistic
                        .value()
                        .of(state, states[i], state[count], plan.expected().get(window));
            }
        }
    }
}
