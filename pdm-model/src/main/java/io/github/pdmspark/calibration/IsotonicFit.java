package io.github.pdmspark.calibration;

import java.util.ArrayList;
import java.util.List;

/** Pool adjacent violators: neighbours whose shares fall are joined until no share falls any more. */
final class IsotonicFit {

    private final CalibrationSample sample;
    private final int[] first;
    private final long[] rows;
    private final long[] positives;
    private int blocks;

    IsotonicFit(CalibrationSample sample) {
        this.sample = sample;
        first = new int[sample.size() + 1];
        rows = new long[sample.size()];
        positives = new long[sample.size()];
    }

    IsotonicCurve curve() {
        for (int i = 0; i < sample.size(); i++) {
            first[blocks] = i;
            rows[blocks] = sample.rows(i);
            positives[blocks++] = sample.positives(i);
            while (blocks > 1 && falls()) {
                blocks--;
                rows[blocks - 1] += rows[blocks];
                positives[blocks - 1] += positives[blocks];
            }
        }
        first[blocks] = sample.size();
        return corners();
    }

    /** Whether the last block's share is not above that of the block before; equal shares make one block. */
    private boolean falls() {
        double last = (double) positives[blocks - 1] / rows[blocks - 1];
        return (double) positives[blocks - 2] / rows[blocks - 2] >= last;
    }

    private IsotonicCurve corners() {
        List<Double> scores = new ArrayList<>();
        List<Double> probabilities = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            int from = first[block];
            int to = first[block + 1] - 1;
            double share = (double) positives[block] / rows[block];
            scores.add(sample.score(from));
            probabilities.add(share);
            if (to > from) {
                scores.add(sample.score(to));
                probabilities.add(share);
            }
        }
        return new IsotonicCurve(scores, probabilities);
    }
}
