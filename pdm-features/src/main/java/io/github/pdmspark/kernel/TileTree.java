package io.github.pdmspark.kernel;

import java.util.Arrays;

/**
 * The tiles of one machine under aligned blocks of 2, 4, 8, ... tiles, to merge any window from a few blocks. A block is
 * placed by the number of its tiles since the epoch, never by the history at hand: a window is always merged from the
 * same blocks in the same order, so its bits depend on its own tiles only. Only blocks with a tile exist; a block with
 * one child shares the child's state. Tiles may be added in any order, so late readings need no special case.
 */
final class TileTree {

    /** Up to here blocks cost more than they save: a tile is merged into few windows only. */
    private static final int FEW_TILES = 8;

    private final StateLayout layout;
    private final TileLevel[] levels;
    private final double[] states;
    private final int[] changed;
    private int changes;

    /** A tree over these tiles, ascending, for windows of up to {@code longestWindow} tiles; all are empty. */
    TileTree(StateLayout layout, long[] tiles, long longestWindow) {
        this.layout = layout;
        this.levels =
                new TileLevel[longestWindow <= FEW_TILES ? 1 : Long.SIZE - Long.numberOfLeadingZeros(longestWindow)];
        levels[0] = TileLevel.leaves(tiles);
        for (int i = 1; i < levels.length; i++) {
            levels[i] = TileLevel.above(levels[i - 1]);
        }
        int slots = levels[levels.length - 1].slots();
        states = new double[Math.multiplyExact(slots, layout.size())];
        for (int slot = 0; slot < slots; slot++) {
            layout.clear(states, slot * layout.size());
        }
        changed = new int[tiles.length];
    }

    /** The place of a tile among all tiles. */
    int place(long tile) {
        return levels[0].firstFrom(tile);
    }

    /** Merges a state into a tile; call {@link #refresh} before the next {@link #mergeInto}. */
    void add(int place, double[] other, int otherAt) {
        layout.merge(states, place * layout.size(), other, otherAt);
        if (changes == changed.length) {
            refresh();
        }
        changed[changes++] = place;
    }

    /** Brings the blocks above changed tiles up to date. */
    void refresh() {
        if (levels.length == 1) {
            changes = 0;
            return;
        }
        Arrays.sort(changed, 0, changes);
        for (int level = 1; level < levels.length; level++) {
            int distinct = 0;
            for (int i = 0; i < changes; i++) {
                int block = levels[level - 1].parent(changed[i]);
                if (distinct == 0 || changed[distinct - 1] != block) {
                    changed[distinct++] = block;
                    recompute(level, block);
                }
            }
            changes = distinct;
        }
        changes = 0;
    }

    /** Merges all tiles of {@code [from, to)} into a state. */
    void mergeInto(double[] state, long from, long to) {
        int start = levels[0].firstFrom(from);
        int end = levels[0].firstFrom(to);
        if (levels.length == 1) {
            while (start < end) {
                merge(state, --end);
            }
            return;
        }
        mergeBlocks(state, from, to, start, end);
    }

    private void mergeBlocks(double[] state, long from, long to, int first, int last) {
        int start = first;
        int end = last;
        long low = from;
        long high = to;
        for (int i = 0; start < end; i++) {
            TileLevel level = levels[i];
            if ((low & 1) == 1 && level.key(start) == low) {
                merge(state, level.slot(start++));
            }
            if ((high & 1) == 1 && end > start && level.key(end - 1) == high - 1) {
                merge(state, level.slot(--end));
            }
            low = (low + 1) >> 1;
            high >>= 1;
            start = level.parent(start);
            end = level.parent(end);
        }
    }

    private void recompute(int level, int block) {
        int slot = levels[level].slot(block);
        int child = levels[level].firstChild(block);
        TileLevel below = levels[level - 1];
        if (slot != below.slot(child)) {
            layout.clear(states, slot * layout.size());
            merge(slot, below.slot(child));
            merge(slot, below.slot(child + 1));
        }
    }

    private void merge(int slot, int other) {
        layout.merge(states, slot * layout.size(), states, other * layout.size());
    }

    private void merge(double[] state, int slot) {
        layout.merge(state, 0, states, slot * layout.size());
    }
}
