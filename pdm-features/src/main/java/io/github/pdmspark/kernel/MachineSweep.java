package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.SweepRange.Between;
import io.github.pdmspark.kernel.SweepRange.FromFirstReadingTo;
import io.github.pdmspark.kernel.SweepRange.WhileObserved;
import java.util.List;

/**
 * The features of one machine, one prediction time after the other. Stands before the first one at the beginning: {@code
 * while (sweep.next()) { sweep.asOf(); ... }}.
 */
public final class MachineSweep {

    private final TileGrid grid;
    private final MachineTiles tiles;
    private final Warmup warmup;
    private final FeatureWriter[] writers;
    private final int[] columns;
    private final double[] values;
    private long start;
    private long end;
    private long index;
    private long last;

    MachineSweep(MachineView view, SuspendedTime suspended, SweepRange range) {
        FeatureSpec spec = view.spec();
        this.grid = view.plan().grid();
        this.tiles = view.tiles();
        this.warmup = new Warmup(tiles, suspended, spec.minimumCoverage());
        List<Feature> features = spec.features();
        this.writers = features.stream()
                .map(feature -> Meanings.of(feature).writer(feature, view))
                .toArray(FeatureWriter[]::new);
        this.columns = new int[writers.length];
        int next = 0;
        for (int i = 0; i < columns.length; i++) {
            columns[i] = next;
            next += features.get(i).columnNames().size();
        }
        this.values = new double[next];
        begin(range);
    }

    /** Moves to the next prediction time; false if there is none. */
    public boolean next() {
        if (index >= last) {
            return false;
        }
        index++;
        tiles.moveTo(index);
        for (int i = 0; i < writers.length; i++) {
            writers[i].write(index, values, columns[i]);
        }
        return true;
    }

    /** Where the range of the machine begins, in microseconds; its first reading where the range follows the readings. */
    public long start() {
        return start;
    }

    /** Where the range of the machine ends, in microseconds, included. */
    public long end() {
        return end;
    }

    /** The prediction time, in microseconds since the epoch. */
    public long asOf() {
        return grid.time(index);
    }

    /** Whether the row knows enough. */
    public FeatureStatus status() {
        return warmup.status(asOf());
    }

    /** The smallest share of readings expected while the machine was not suspended, over all windows; NaN where it is not defined. */
    public double coverage() {
        return warmup.coverage();
    }

    /** The value of a column; NaN stands for null, and so does a value that a double cannot hold. */
    public double value(int column) {
        double value = values[column];
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** The values of all columns, a copy; NaN stands for null, as in {@link #value}. */
    public double[] values() {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = value(i);
        }
        return copy;
    }

    private void begin(SweepRange range) {
        if (range instanceof Between between) {
            span(between.start(), between.end());
        } else if (tiles.isEmpty()) {
            last = index;
        } else if (range instanceof FromFirstReadingTo fixed) {
            span(tiles.firstReading(), fixed.end());
        } else if (range instanceof WhileObserved observed) {
            span(tiles.firstReading(), tiles.lastReading() + observed.afterLastReading());
        }
    }

    private void span(long from, long to) {
        start = from;
        end = to;
        index = grid.ceil(from) - 1;
        last = grid.floor(to);
    }
}
