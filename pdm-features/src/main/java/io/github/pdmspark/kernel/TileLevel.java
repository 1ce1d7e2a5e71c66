package io.github.pdmspark.kernel;

import java.util.Arrays;

/**
 * The non-empty blocks of one size, ascending: block k of a level holds blocks 2k and 2k + 1 of the level below.
 */
final class TileLevel {

    private final long[] keys;
    private final int[] slots;
    private final int[] firstChildren;
    private final int[] parents;
    private final int nextSlot;

    private TileLevel(long[] keys, int[] slots, int[] firstChildren, int nextSlot) {
        this.keys = keys;
        this.slots = slots;
        this.firstChildren = firstChildren;
        this.parents = parents(keys);
        this.nextSlot = nextSlot;
    }

    /** The level of the tiles themselves. */
    static TileLevel leaves(long[] tiles) {
        int[] slots = new int[tiles.length];
        Arrays.setAll(slots, i -> i);
        return new TileLevel(tiles, slots, new int[0], tiles.length);
    }

    /** The level of twice the size; a block with two children gets a state of its own. */
    static TileLevel above(TileLevel below) {
        int count = below.parents[below.keys.length];
        long[] keys = new long[count];
        int[] slots = new int[count];
        int[] firstChildren = new int[count];
        int nextSlot = below.nextSlot;
        for (int child = below.keys.length - 1; child >= 0; child--) {
            int block = below.parents[child];
            boolean second = child > 0 && below.parents[child - 1] == block;
            boolean first = child + 1 == below.keys.length || below.parents[child + 1] != block;
            keys[block] = below.keys[child] >> 1;
            firstChildren[block] = child;
            if (first) {
                slots[block] = second ? nextSlot++ : below.slots[child];
            }
        }
        return new TileLevel(keys, slots, firstChildren, nextSlot);
    }

    /** Number of states that this level and all below it need. */
    int slots() {
        return nextSlot;
    }

    long key(int place) {
        return keys[place];
    }

    int slot(int place) {
        return slots[place];
    }

    int firstChild(int place) {
        return firstChildren[place];
    }

    /** The place of the block above; past the last place: past the last block above. */
    int parent(int place) {
        return parents[place];
    }

    /** The place of the first block that is {@code key} or later; found at once where no block is missing before it. */
    int firstFrom(long key) {
        long dense = keys.length == 0 ? -1 : key - keys[0];
        if (dense >= 0 && dense < keys.length && keys[(int) dense] == key) {
            return (int) dense;
        }
        int place = Arrays.binarySearch(keys, key);
        return place < 0 ? -place - 1 : place;
    }

    private static int[] parents(long[] keys) {
        int[] parents = new int[keys.length + 1];
        int block = -1;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] >> 1 != keys[i - 1] >> 1) {
                block++;
            }
            parents[i] = block;
        }
        parents[keys.length] = block + 1;
        return parents;
    }
}
