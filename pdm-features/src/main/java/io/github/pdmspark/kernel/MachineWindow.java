package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Window;
import io.github.pdmspark.time.Micros;
import org.jspecify.annotations.Nullable;

/** One window of one machine: where it lies at the current prediction time, and the merged states of its tiles. */
final class MachineWindow {

    private final TileGrid grid;
    private final long length;
    private final long lag;
    private final boolean tumbling;
    private final double expected;
    private final double[] state;
    private final SuspendedTime suspended;
    private long end;

    MachineWindow(Window window, TileGrid grid, double expected, int stateSize, SuspendedTime suspended) {
        this.grid = grid;
        this.length = Micros.of(window.length());
        this.lag = window instanceof Window.Sliding sliding ? Micros.of(sliding.lag()) : 0;
        this.tumbling = window instanceof Window.Tumbling;
        this.expected = expected;
        this.state = new double[stateSize];
        this.suspended = suspended;
    }

    /** Moves to a prediction time; windows mostly end together, so a longer one is the one before it and some older tiles. */
    void moveTo(long asOf, StateLayout layout, TileTree tree, @Nullable MachineWindow shorter) {
        clear(asOf, layout);
        long to = end;
        if (shorter != null && shorter.end == end && shorter.length <= length) {
            System.arraycopy(shorter.state, 0, state, 0, state.length);
            to = shorter.start();
        }
        tree.mergeInto(state, grid.tile(start()), grid.tile(to));
    }

    /** Moves to a prediction time and forgets all values. */
    void clear(long asOf, StateLayout layout) {
        end = tumbling ? grid.latestEnd(asOf, length) : asOf - lag;
        layout.clear(state, 0);
    }

    /** Its beginning in microseconds since the epoch. */
    long start() {
        return end - length;
    }

    /** Its end in microseconds since the epoch. */
    long end() {
        return end;
    }

    /**
     * The share that so many readings are of those that the part in which the machine was not suspended holds when none is
     * missing, at most 1; 0 without such a part, NaN without a sampling period.
     */
    double share(double count) {
        long left = length - suspended.within(start(), end);
        return left == 0 && hasSamplingPeriod() ? 0 : Math.min(1, count / expected(left));
    }

    boolean hasSamplingPeriod() {
        return !Double.isNaN(expected);
    }

    private double expected(long left) {
        return left == length ? expected : expected * left / length;
    }

    /** The states of its tiles. */
    double[] state() {
        return state;
    }

    /** The number of its readings. */
    double readings() {
        return state[StateLayout.READINGS];
    }
}
