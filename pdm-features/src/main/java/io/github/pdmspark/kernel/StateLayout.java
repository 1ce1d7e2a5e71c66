package io.github.pdmspark.kernel;

import java.util.List;

/**
 * Where the states of all sensors lie in the flat array of a tile: the number of readings, then per sensor the number of
 * its values and the state of every aggregate.
 */
final class StateLayout {

    static final int READINGS = 0;
    private static final int HEADER = 1;

    private final int sensors;
    private final Aggregate[] aggregates;
    private final int[] offsets;
    private final int sensorSize;

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
    }

    int sensors() {
        return sensors;
    }

    /** Number of doubles of a whole tile. */
    int size() {
        return HEADER + sensors * sensorSize;
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
        for (int i = 0; i < aggregates.length; i++) {
            if (aggregates[i] == aggregate) {
                return sensor(sensor) + offsets[i];
            }
        }
        throw new IllegalStateException("No state of " + aggregate.getClass().getSimpleName() + " is kept.");
    }

    void clear(double[] state, int at) {
        state[at + READINGS] = 0;
        for (int sensor = 0; sensor < sensors; sensor++) {
            clearSensor(state, at + sensor(sensor));
        }
    }

    void clearSensor(double[] state, int at) {
        state[at] = 0;
        for (int i = 0; i < aggregates.length; i++) {
            aggregates[i].clear(state, at + offsets[i]);
        }
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

    private void addValue(double[] state, int at, long eventTime, double value) {
        state[at]++;
        for (int i = 0; i < aggregates.length; i++) {
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
        state[at] += other[otherAt];
        for (int i = 0; i < aggregates.length; i++) {
            aggregates[i].merge(state, at + offsets[i], other, otherAt + offsets[i]);
        }
    }
}
