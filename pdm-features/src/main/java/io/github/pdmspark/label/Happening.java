package io.github.pdmspark.label;

import java.util.Comparator;
import java.util.List;

/** A failure or a replacement of one machine: when, and the index of the component in the declared order. */
record Happening(long micros, int component) {

    static final Comparator<Happening> IN_TIME_ORDER =
            Comparator.comparingLong(Happening::micros).thenComparingInt(Happening::component);

    /** Index of the first of {@code sorted} that is not before {@code micros}; its size if there is none. */
    static int firstAtOrAfter(List<Happening> sorted, long micros) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).micros() < micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
