package io.github.pdmspark.explanation;

/**
 * The features on the way to a node, each once, with the share of training rows that go on when the feature is unknown (zero) and
 * whether the row itself goes on (one), and the summed weights of the subsets of each size. The paths of all levels lie behind one
 * another, so that a level can be changed and left again.
 */
final class Path {

    static final int NO_FEATURE = -1;

    private final int[] features;
    private final double[] zeros;
    private final double[] ones;
    private final double[] weights;
    private final double[][] grown;
    private final double[][] rest;
    private final double[][] perGrown;
    private final double[][] perRest;

    /** Room for the paths of this many levels. */
    Path(int levels) {
        int size = (levels + 1) * (levels + 2) / 2;
        features = new int[size];
        zeros = new double[size];
        ones = new double[size];
        weights = new double[size];
        grown = new double[levels + 1][levels + 1];
        rest = new double[levels + 1][levels + 1];
        perGrown = new double[levels + 1][levels + 1];
        perRest = new double[levels + 1][levels + 1];
        for (int depth = 0; depth <= levels; depth++) {
            for (int i = 0; i <= depth; i++) {
                grown[depth][i] = (i + 1) / (depth + 1.0);
                rest[depth][i] = (depth - i) / (depth + 1.0);
                perGrown[depth][i] = (depth + 1.0) / (i + 1);
                perRest[depth][i] = i == depth ? 0 : (depth + 1.0) / (depth - i);
            }
        }
    }

    int feature(int place) {
        return features[place];
    }

    double zero(int place) {
        return zeros[place];
    }

    double one(int place) {
        return ones[place];
    }

    /** Copies the {@code depth} entries at {@code from} behind themselves; gives where the copy lies. */
    int copy(int from, int depth) {
        int to = from + depth;
        System.arraycopy(features, from, features, to, depth);
        System.arraycopy(zeros, from, zeros, to, depth);
        System.arraycopy(ones, from, ones, to, depth);
        System.arraycopy(weights, from, weights, to, depth);
        return to;
    }

    /** Where in the path, from 1 on, the feature is; 0 if it is not. */
    int find(int at, int depth, int feature) {
        for (int i = 1; i <= depth; i++) {
            if (features[at + i] == feature) {
                return i;
            }
        }
        return 0;
    }

    /** Puts a feature at place {@code depth}. */
    void extend(int at, int depth, double zero, double one, int feature) {
        features[at + depth] = feature;
        zeros[at + depth] = zero;
        ones[at + depth] = one;
        weights[at + depth] = depth == 0 ? 1 : 0;
        for (int i = depth - 1; i >= 0; i--) {
            weights[at + i + 1] += one * weights[at + i] * grown[depth][i];
            weights[at + i] *= zero * rest[depth][i];
        }
    }

    /** Takes the feature at a place out again. */
    void unwind(int at, int depth, int place) {
        double zero = zeros[at + place];
        if (ones[at + place] == 0) {
            for (int i = depth - 1; i >= 0; i--) {
                weights[at + i] *= perRest[depth][i] / zero;
            }
        } else {
            double next = weights[at + depth];
            for (int i = depth - 1; i >= 0; i--) {
                double old = weights[at + i];
                weights[at + i] = next * perGrown[depth][i];
                next = old - weights[at + i] * zero * rest[depth][i];
            }
        }
        for (int i = place; i < depth; i++) {
            features[at + i] = features[at + i + 1];
            zeros[at + i] = zeros[at + i + 1];
            ones[at + i] = ones[at + i + 1];
        }
    }

    /** The weight, times its zero-fraction, of any feature in which the row left the path. */
    double sumOfLeft(int at, int depth) {
        double sum = 0;
        for (int i = depth - 1; i >= 0; i--) {
            sum += weights[at + i] * perRest[depth][i];
        }
        return sum;
    }

    /** The weight of a feature in which the row follows the path, with this zero-fraction. */
    double sumOfKept(int at, int depth, double zero) {
        double[] more = perGrown[depth];
        double[] less = rest[depth];
        double sum = 0;
        double next = weights[at + depth];
        for (int i = depth - 1; i >= 0; i--) {
            double weight = next * more[i];
            sum += weight;
            next = weights[at + i] - weight * zero * less[i];
        }
        return sum;
    }
}
