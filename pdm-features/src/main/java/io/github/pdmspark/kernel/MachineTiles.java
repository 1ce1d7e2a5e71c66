package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.Window;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All tiles of one machine, each key once, and the windows over those that are visible at a prediction time. */
final class MachineTiles {

    private final RollingPlan plan;
    private final TileStore store;
    private final int[] byVisibility;
    private final TileTree tree;
    private final List<MachineWindow> windows;
    private int visible;
    private long firstVisibleReading = Long.MAX_VALUE;

    /** Takes entries in any order; several of one key are merged. */
    MachineTiles(RollingPlan plan, TileStore parts, SuspendedTime suspended) {
        this.plan = plan;
        this.store = eachKeyOnce(plan.layout(), parts);
        this.byVisibility = order(store, Comparator.comparingLong(store::visibleFrom));
        long[] tiles = IntStream.range(0, store.size())
                .mapToLong(store::tile)
                .distinct()
                .toArray();
        this.tree = new TileTree(plan.layout(), tiles, plan.grid().tiles(plan.longestLookBack()));
        this.windows = plan.machineWindows(suspended);
    }

    boolean isEmpty() {
        return store.size() == 0;
    }

    long firstReading() {
        return IntStream.range(0, store.size())
                .mapToLong(store::firstReading)
                .min()
                .orElseThrow();
    }

    long lastReading() {
        return IntStream.range(0, store.size())
                .mapToLong(store::lastReading)
                .max()
                .orElseThrow();
    }

    /** Makes everything visible that is so at this prediction time, and merges its windows. */
    void moveTo(long index) {
        while (visible < store.size() && store.visibleFrom(byVisibility[visible]) <= index) {
            int entry = byVisibility[visible++];
            firstVisibleReading = Math.min(firstVisibleReading, store.firstReading(entry));
            tree.add(tree.place(store.tile(entry)), store.states(), store.state(entry));
        }
        tree.refresh();
        long asOf = plan.grid().time(index);
        @Nullable MachineWindow shorter = null;
        for (MachineWindow window : windows) {
            window.moveTo(asOf, plan.layout(), tree, shorter);
            shorter = window;
        }
    }

    /** Event time of the first visible reading; {@code Long.MAX_VALUE} if none is visible. */
    long firstVisibleReading() {
        return firstVisibleReading;
    }

    /** All windows in the order of the plan; every {@link #moveTo} rewrites them. */
    List<MachineWindow> windows() {
        return windows;
    }

    /** One window. */
    MachineWindow window(Window window) {
        return windows.get(plan.windows().indexOf(window));
    }

    private static TileStore eachKeyOnce(StateLayout layout, TileStore parts) {
        if (parts.isAscending()) {
            return parts;
        }
        TileStore merged = new TileStore(layout);
        for (int entry : order(parts, Comparator.comparingLong(parts::tile).thenComparingLong(parts::visibleFrom))) {
            merged.appendOrMerge(parts, entry);
        }
        return merged;
    }

    /** Entries mostly come in order already. */
    private static int[] order(TileStore entries, Comparator<Integer> comparator) {
        int[] order = IntStream.range(0, entries.size()).toArray();
        for (int i = 1; i < order.length; i++) {
            if (comparator.compare(i - 1, i) > 0) {
                return Arrays.stream(order)
                        .boxed()
                        .sorted(comparator)
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
        }
        return order;
    }
}
