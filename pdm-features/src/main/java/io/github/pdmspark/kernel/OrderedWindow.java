package io.github.pdmspark.kernel;

/**
 * The visible values of one sensor in {@code [asOf - length, asOf)} in the order of time, gathered anew for every
 * prediction time: exact, at the cost of one pass over the readings of the window. Where ranks are asked for, a sorted copy
 * is kept up to date from one prediction time to the next.
 */
final class OrderedWindow {

    private static final double MICROS_PER_HOUR = 3.6e9;

    /** When more than one of so many values changes, sorting them all again is cheaper. */
    private static final int WORTH_SORTING = 8;

    private final ReadingTrack track;
    private final TileGrid grid;
    private final long length;
    private long index = Long.MIN_VALUE;
    private int first;
    private int end;
    private int size;
    private long[] times = {};
    private double[] values = {};
    private final SortedValues sorted = new SortedValues();
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
        int oldFirst = first;
        int oldEnd = end;
        long asOf = grid.time(newIndex);
        while (end < track.size() && track.time(end) < asOf) {
            end++;
        }
        while (first < end && track.time(first) < asOf - length) {
            first++;
        }
        sortedIsCurrent &= WORTH_SORTING * (first - oldFirst + end - oldEnd) < size;
        if (sortedIsCurrent) {
            forget(oldFirst, Math.min(first, oldEnd));
        }
        gather(newIndex, oldEnd);
        index = newIndex;
    }

    private void forget(int from, int to) {
        for (int place = from; place < to; place++) {
            if (track.isVisible(place, index)) {
                sorted.remove(track.value(place));
            }
        }
    }

    private void gather(long newIndex, int oldEnd) {
        if (times.length < end - first) {
            times = new long[2 * (end - first)];
            values = new double[2 * (end - first)];
        }
        size = 0;
        for (int place = first; place < end; place++) {
            if (track.isVisible(place, newIndex)) {
                times[size] = track.time(place);
                values[size++] = track.value(place);
                if (sortedIsCurrent && !(place < oldEnd && track.isVisible(place, index))) {
                    sorted.add(track.value(place));
                }
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
            sorted.replace(values, size);
            sortedIsCurrent = true;
        }
        return sorted.get(rank);
    }
}
