package io.github.pdmspark.kernel;

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

    private final int sensors;
    private final Aggregate[] aggregates;
    private final int moments;
    private final int extremes;
    private final int[] others;
    private final int[] offsets;
    private final int sensorSize;
    private final double[] empty;

    StateLayout(int sensors, List<Aggregate> aggregates) {
        this.sensors = sensors;
        this.aggregates = aggregates.toArray(Aggregate[]::new);
        this.offsets = new int[this.aggregates.length];
        int next = 1;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = next;
            next += this.aggregates[i].size();
        }
        this.sensorSize = next;
        this.empty = empty();
        this.moments = offset(Moments.INSTANCE);
        this.extremes = offset(Extremes.INSTANCE);
        this.others = IntStream.range(0, this.aggregates.length)
                .filter(i -> offsets[i] != moments && offsets[i] != extremes)
                .toArray();
    }

    private int offset(Aggregate aggregate) {
        for (int i = 0; i < aggregates.length; i++) {
            if (aggregates[i] == aggregate) {
                return offsets[i];
            }
        }
        return NOT_KEPT;
    }

    private double[] empty() {
        double[] state = new double[HEADER + sensors * sensorSize];
        for (int sensor = 0; sensor < sensors; sensor++) {
            for (int i = 0; i < aggregates.length; i++) {
                aggregates[i].clear(state, sensor(sensor) + offsets[i]);
            }
        }
        return state;
    }

    int sensors() {
        return sensors;
    }

    /** Number of doubles of a whole tile. */
    int size() {
        return empty.length;
    }

    /** Number of doubles of one sensor. */
    int sensorSize() {
        return sensorSize;
    }

    /** Where a sensor begins; its first double is the number of values. */
    int sensor(int sensor) {
        return HEADER + sensor * sensorSize;
    }

    /** Where the state of an aggregate begins. */
    int aggregate(int sensor, Aggregate aggregate) {
        int offset = offset(aggregate);
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
        for (int sensor = 0; sensor < sensors; sensor++) {
            double value = values[sensor];
            if (!Double.isNaN(value)) {
                addValue(state, at + sensor(sensor), eventTime, value);
            }
        }
    }

    /** The two common aggregates are called directly: a call that could mean any aggregate costs as much as its work. */
    private void addValue(double[] state, int at, long eventTime, double value) {
        state[at]++;
        if (moments != NOT_KEPT) {
            Moments.add(state, at + moments, value);
        }
        if (extremes != NOT_KEPT) {
            Extremes.add(state, at + extremes, value);
        }
        for (int i : others) {
            aggregates[i].add(state, at + offsets[i], eventTime, value);
        }
    }

    void merge(double[] state, int at, double[] other, int otherAt) {
        state[at + READINGS] += other[otherAt + READINGS];
        for (int sensor = 0; sensor < sensors; sensor++) {
            mergeSensor(state, at + sensor(sensor), other, otherAt + sensor(sensor));
        }
    }

    private void mergeSensor(double[] state, int at, double[] other, int otherAt) {
        if (other[otherAt] == 0) {
            return;
        }
        if (state[at] == 0) {
            System.arraycopy(other, otherAt, state, at, sensorSize);
            return;
        }
        state[at] += other[otherAt];
        if (moments != NOT_KEPT) {
            Moments.mergeInto(state, at + moments, other, otherAt + moments);
        }
        if (extremes != NOT_KEPT) {
            Extremes.mergeInto(state, at + extremes, other, otherAt + extremes);
        }
        for (int i : others) {
            aggregates[i].merge(state, at + offsets[i], other, otherAt + offsets[i]);
        }
    }
}
