package io.github.pdmspark.kernel;

/** An ordered statistic of one window. */
final class OrderedWriter implements FeatureWriter {

    private final OrderedWindow window;
    private final OrderedStatistic statistic;

    OrderedWriter(OrderedWindow window, OrderedStatistic statistic) {
        this.window = window;
        this.statistic = statistic;
    }

    @Override
    public void write(long index, double[] row, int at) {
        window.moveTo(index);
        statistic.write(window, row, at);
    }
}
