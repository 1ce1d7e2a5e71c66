package io.github.pdmspark.kernel;

import java.util.List;

/**
 * Where the states of all sensors lie in the flat array of a tile: the number of readings, then per sensor the number of
 * its values and the state of every aggregate.
 */
final class StateLayout {

    static final int READINGS = 0;
    private static final int HEADER = 1;

    private final Aggregate[][] aggregates;
    private final int[] begins;
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
        int at = sensor(sensor) + 1;
        for (Aggregate kept : aggregates[sensor]) {
            if (kept.equals(aggregate)) {
                return at;
            }
            at += kept.size();
        }
        throw new IllegalStateException("No state of " + aggregate.getClass().getSimpleName() + " is kept.");
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
                addValue(aggregates[sensor], state, at + begins[sensor], eventTime, value);
            }
        }
    }

    private static void addValue(Aggregate[] kept, double[] state, int at, long eventTime, double value) {
        state[at]++;
        int next = at + 1;
        for (Aggregate aggregate : kept) {
            aggregate.add(state, next, eventTime, value);
            next += aggregate.size();
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
        int next = 1;
        for (Aggregate aggregate : aggregates[sensor]) {
            aggregate.merge(state, at + next, other, otherAt + next);
            next += aggregate.size();
        }
    }
}
