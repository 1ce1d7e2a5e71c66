package io.github.pdmspark.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the states of all sensors lie in the flat array of a tile: the number of readings, then per sensor the number of
 * its values and the state of every aggregate.
 */
final class StateLayout {

    static final int READINGS = 0;
    private static final int HEADER = 1;
    private static final int NOT_KEPT = 0;

    private final Aggregate[][] aggregates;
    private final int[] begins;
    private final int[] moments;
    private final int[] extremes;
    private final int[] commonValues;
    private final Aggregate[][] others;
    private final int[][] otherOffsets;
    private final double[] empty;

    /**
     * @param aggregates what is kept of every sensor
     */
    StateLayout(List<List<Aggregate>> aggregates) {
        this.aggregates =
                aggregates.stream().map(kept -> kept.toArray(Aggregate[]::new)).toArray(Aggregate[][]::new);
        this.begins = new int[aggregates.size() + 1];
        begins[0] = HEADER;
        for (int sensor = 0; sensor < aggregates.size(); sensor++) {
            int size = 1
                    + aggregates.get(sensor).stream().mapToInt(Aggregate::size).sum();
            begins[sensor + 1] = begins[sensor] + size;
        }
        this.empty = empty();
        this.moments = offsets(Moments.INSTANCE);
        this.extremes = offsets(Extremes.INSTANCE);
        this.commonValues = offsets(CommonValue.INSTANCE);
        this.others = Arrays.stream(this.aggregates)
                .map(kept -> Arrays.stream(kept).filter(StateLayout::isOther).toArray(Aggregate[]::new))
                .toArray(Aggregate[][]::new);
        this.otherOffsets = IntStream.range(0, others.length)
                .mapToObj(sensor -> Arrays.stream(others[sensor])
                        .mapToInt(kept -> offset(sensor, kept))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static boolean isOther(Aggregate aggregate) {
        return !aggregate.equals(Moments.INSTANCE)
                && !aggregate.equals(Extremes.INSTANCE)
                && !aggregate.equals(CommonValue.INSTANCE);
    }

    private int[] offsets(Aggregate aggregate) {
        return IntStream.range(0, sensors())
                .map(sensor -> offset(sensor, aggregate))
                .toArray();
    }

    /** Distance of an aggregate's state from the beginning of its sensor. */
    private int offset(int sensor, Aggregate aggregate) {
        int at = 1;
        for (Aggregate kept : aggregates[sensor]) {
            if (kept.equals(aggregate)) {
                return at;
            }
            at += kept.size();
        }
        return NOT_KEPT;
    }

    private double[] empty() {
        double[] state = new double[begins[sensors()]];
        for (int sensor = 0; sensor < sensors(); sensor++) {
            int at = sensor(sensor) + 1;
            for (Aggregate aggregate : aggregates[sensor]) {
                aggregate.clear(state, at);
                at += aggregate.size();
            }
        }
        return state;
    }

    int sensors() {
        return aggregates.length;
    }

    /** Number of doubles of a whole tile. */
    int size() {
        return empty.length;
    }

    /** Number of doubles of one sensor. */
    int sensorSize(int sensor) {
        return begins[sensor + 1] - begins[sensor];
    }

    /** Where a sensor begins; its first double is the number of values. */
    int sensor(int sensor) {
        return begins[sensor];
    }

    /** Where the state of an aggregate begins. */
    int aggregate(int sensor, Aggregate aggregate) {
        int offset = offset(sensor, aggregate);
        if (offset == NOT_KEPT) {
            throw new IllegalStateException(
                    "No state of " + aggregate.getClass().getSimpleName() + " is kept.");
        }
        return sensor(sensor) + offset;
    }

    void clear(double[] state, int at) {
        System.arraycopy(empty, 0, state, at, empty.length);
    }

    /** Takes one reading in; NaN is a missing value. */
    void add(double[] state, int at, long eventTime, double[] values) {
        state[at + READINGS]++;
        for (int sensor = 0; sensor < aggregates.length; sensor++) {
            double value = values[sensor];
            if (!Double.isNaN(value)) {
                addValue(sensor, state, at + begins[sensor], eventTime, value);
            }
        }
    }

    /** The common aggregates are called directly: a call that could mean any aggregate costs as much as its work. */
    private void addValue(int sensor, double[] state, int at, long eventTime, double value) {
        state[at]++;
        if (moments[sensor] != NOT_KEPT) {
            Moments.add(state, at + moments[sensor], value);
        }
        if (commonValues[sensor] != NOT_KEPT) {
            CommonValue.add(state, at + commonValues[sensor], value);
        }
        if (extremes[sensor] != NOT_KEPT) {
            Extremes.add(state, at + extremes[sensor], value);
        }
        for (int i = 0; i < others[sensor].length; i++) {
            others[sensor][i].add(state, at + otherOffsets[sensor][i], eventTime, value);
        }
    }

    void merge(double[] state, int at, double[] other, int otherAt) {
        state[at + READINGS] += other[otherAt + READINGS];
        for (int sensor = 0; sensor < aggregates.length; sensor++) {
            mergeSensor(sensor, state, at + begins[sensor], other, otherAt + begins[sensor]);
        }
    }

    private void mergeSensor(int sensor, double[] state, int at, double[] other, int otherAt) {
        if (other[otherAt] == 0) {
            return;
        }
        if (state[at] == 0) {
            System.arraycopy(other, otherAt, state, at, sensorSize(sensor));
            return;
        }
        state[at] += other[otherAt];
        if (moments[sensor] != NOT_KEPT) {
            Moments.mergeInto(state, at + moments[sensor], other, otherAt + moments[sensor]);
        }
        if (commonValues[sensor] != NOT_KEPT) {
            CommonValue.mergeInto(state, at + commonValues[sensor], other, otherAt + commonValues[sensor]);
        }
        if (extremes[sensor] != NOT_KEPT) {
            Extremes.mergeInto(state, at + extremes[sensor], other, otherAt + extremes[sensor]);
        }
        for (int i = 0; i < others[sensor].length; i++) {
            int offset = otherOffsets[sensor][i];
            others[sensor][i].merge(state, at + offset, other, otherAt + offset);
        }
    }
}
