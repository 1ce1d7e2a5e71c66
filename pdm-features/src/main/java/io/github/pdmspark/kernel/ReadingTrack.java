package io.github.pdmspark.kernel;

import java.util.Arrays;

/** All values of one sensor of one machine by time, of one time the smallest first. */
final class ReadingTrack {

    private final long[] times;
    private final long[] visibleFrom;
    private final double[] values;

    ReadingTrack(long[] times, long[] visibleFrom, double[] values) {
        this.times = times;
        this.visibleFrom = visibleFrom;
        this.values = values;
    }

    int size() {
        return times.length;
    }

    long time(int place) {
        return times[place];
    }

    double value(int place) {
        return values[place];
    }

    boolean isVisible(int place, long index) {
        return visibleFrom[place] <= index;
    }

    /** The latest value before a time that the prediction time with this number sees; NaN if there is none. */
    double latestBefore(long time, long index) {
        int place = Arrays.binarySearch(times, time);
        place = place < 0 ? -place - 1 : place;
        while (place > 0 && times[place - 1] >= time) {
            place--;
        }
        while (place > 0) {
            if (isVisible(--place, index)) {
                return values[place];
            }
        }
        return Double.NaN;
    }
}
