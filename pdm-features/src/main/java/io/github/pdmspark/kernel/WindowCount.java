package io.github.pdmspark.kernel;

/** The number of events in a window: those that entered minus those that left, with one pointer each. */
final class WindowCount implements FeatureWriter {

    private final long[] entering;
    private final long[] leaving;
    private int entered;
    private int left;

    WindowCount(EventTimes events, long window) {
        entering = events.entering(window);
        leaving = events.leaving(window);
    }

    @Override
    public void write(long index, double[] row, int at) {
        while (entered < entering.length && entering[entered] <= index) {
            entered++;
        }
        while (left < leaving.length && leaving[left] <= index) {
            left++;
        }
        row[at] = (double) entered - left;
    }
}
