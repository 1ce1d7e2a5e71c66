package io.github.pdmspark.evaluation;

import java.util.Arrays;

/** The scored rows of one machine: when they are, and how much time each one stands for. Times in microseconds. */
final class ScoredRows {

    private static final int FIRST_CAPACITY = 64;

    private final long step;
    private final long end;
    private long[] times = new long[FIRST_CAPACITY];
    private long[] micros = new long[0];
    private int size;

    /**
     * Rows that each stand for the time to the next one, at most {@code step} and never beyond {@code end}.
     */
    ScoredRows(long step, long end) {
        this.step = step;
        this.end = end;
    }

    /** The next row, later than the one before. */
    void add(long asOf) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
        }
        times[size++] = asOf;
    }

    /** To be called after the last row and before any question. */
    void complete() {
        micros = new long[size + 1];
        for (int i = 0; i < size; i++) {
            long next = i + 1 < size ? times[i + 1] : end;
            micros[i + 1] = micros[i] + Math.min(step, Math.min(next, end) - times[i]);
        }
    }

    /** Rows in {@code (after, upTo]}. */
    int count(long after, long upTo) {
        return Math.max(0, upTo(upTo) - upTo(after));
    }

    /** Time that the rows in {@code (after, upTo]} stand for. */
    long micros(long after, long upTo) {
        return upTo <= after ? 0 : micros[upTo(upTo)] - micros[upTo(after)];
    }

    /** Time that all rows stand for. */
    long micros() {
        return micros[size];
    }

    private int upTo(long time) {
        int place = Arrays.binarySearch(times, 0, size, time);
        return place >= 0 ? place + 1 : -place - 1;
    }
}
