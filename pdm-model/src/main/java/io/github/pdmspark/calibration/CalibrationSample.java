package io.github.pdmspark.calibration;

import java.util.Arrays;
import java.util.stream.LongStream;

/** The scores of one component with what came of them, one entry per distinct score; takes 24 bytes per entry. */
public final class CalibrationSample {

    private static final int FIRST_CAPACITY = 256;

    private double[] scores = new double[FIRST_CAPACITY];
    private long[] rows = new long[FIRST_CAPACITY];
    private long[] positives = new long[FIRST_CAPACITY];
    private int size;

    /** All rows of one score, which is larger than the score before. */
    public CalibrationSample add(double score, long scoreRows, long scorePositives) {
        if (!(score >= 0 && score <= 1) || scorePositives < 0 || scorePositives > scoreRows || scoreRows < 1) {
            throw new IllegalArgumentException("A sample needs a score in [0, 1] and 0 <= positives <= rows, not score "
                    + score + " with " + scorePositives + " of " + scoreRows + ".");
        }
        if (size > 0 && !(score > scores[size - 1])) {
            throw new IllegalStateException("Score " + score + " follows " + scores[size - 1] + ": scores must rise.");
        }
        if (size == scores.length) {
            scores = Arrays.copyOf(scores, 2 * size);
            rows = Arrays.copyOf(rows, 2 * size);
            positives = Arrays.copyOf(positives, 2 * size);
        }
        scores[size] = score;
        rows[size] = scoreRows;
        positives[size++] = scorePositives;
        return this;
    }

    /** All rows. */
    public long rows() {
        return LongStream.of(rows).limit(size).sum();
    }

    /** The rows whose outcome was the component's failure. */
    public long positives() {
        return LongStream.of(positives).limit(size).sum();
    }

    int size() {
        return size;
    }

    double score(int entry) {
        return scores[entry];
    }

    long rows(int entry) {
        return rows[entry];
    }

    long positives(int entry) {
        return positives[entry];
    }
}
