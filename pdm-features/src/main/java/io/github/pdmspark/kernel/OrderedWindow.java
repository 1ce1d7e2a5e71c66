package io.github.pdmspark.kernel;

import java.util.Arrays;

/**
 * The visible values of one sensor in {@code [asOf - length, asOf)} in the order of time, gathered anew for every
 * prediction time: exact, at the cost of one pass over the readings of the window.
 */
final class OrderedWindow {

    private static final double MICROS_PER_HOUR = 3.6e9;

    private final ReadingTrack track;
    private final TileGrid grid;
    private final long length;
    private long index = Long.MIN_VALUE;
    private int first;
    private int end;
    private int size;
    private long[] times = {};
    private double[] values = {};
    private double[] sorted = {};
    private boolean sortedIsCurrent;

    OrderedWindow(ReadingTrack track, TileGrid grid, long length) {
        this.track = track;
        this.grid = grid;
        this.length = length;
    }

    /** Gathers the values for a prediction time; prediction times come in ascending order. */
    void moveTo(long newIndex) {
        if (newIndex == index) {
            return;
        }
        index = newIndex;
        sortedIsCurrent = false;
        long asOf = grid.time(index);
        while (end < track.size() && track.time(end) < asOf) {
            end++;
        }
        while (first < end && track.time(first) < asOf - length) {
            first++;
        }
        gather();
    }

    private void gather() {
        if (times.length < end - first) {
            times = new long[2 * (end - first)];
            values = new double[2 * (end - first)];
        }
        size = 0;
        for (int place = first; place < end; place++) {
            if (track.isVisible(place, index)) {
                times[size] = track.time(place);
                values[size++] = track.value(place);
            }
        }
    }

    int size() {
        return size;
    }

    long time(int place) {
        return times[place];
    }

    double value(int place) {
        return values[place];
    }

    /** Distance of a value from the end of the window. */
    double hoursBeforeEnd(int place) {
        return (grid.time(index) - times[place]) / MICROS_PER_HOUR;
    }

    /** The value with this rank, from 0 for the smallest. */
    double ranked(int rank) {
        if (!sortedIsCurrent) {
            sorted = sorted.length < size ? new double[values.length] : sorted;
            System.arraycopy(values, 0, sorted, 0, size);
            Arrays.sort(sorted, 0, size);
            sortedIsCurrent = true;
        }
        return sorted[rank];
    }
}
