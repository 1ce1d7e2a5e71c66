package io.github.pdmspark.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The open tiles of machines by id, in the order of arrival; the machine of the reading before is found at once. */
final class OpenMachines {

    private static final int FREE = -1;

    private int size;
    private byte[][] ids = new byte[8][];
    private @Nullable OpenTiles[] tiles = new OpenTiles[8];
    private int[] index = new int[32];
    private int latest = FREE;

    OpenMachines() {
        Arrays.fill(index, FREE);
    }

    int size() {
        return size;
    }

    byte[] id(int machine) {
        return ids[machine];
    }

    /** Hands the tiles of a machine over and forgets them. */
    OpenTiles take(int machine) {
        OpenTiles taken = java.util.Objects.requireNonNull(tiles[machine]);
        tiles[machine] = null;
        return taken;
    }

    /** The tiles of a machine; null if it has none yet. */
    @Nullable
    OpenTiles find(byte[] id) {
        if (latest == FREE || !Arrays.equals(ids[latest], id)) {
            latest = index[place(id)];
        }
        return latest == FREE ? null : tiles[latest];
    }

    /** Adds a machine that is not there. */
    OpenTiles put(byte[] id, OpenTiles open) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            tiles = Arrays.copyOf(tiles, 2 * size);
        }
        ids[size] = id;
        tiles[size] = open;
        index[place(id)] = size;
        latest = size++;
        if (4 * size > index.length) {
            rehash();
        }
        return open;
    }

    private int place(byte[] id) {
        int place = (int) (mixed(id) & (index.length - 1));
        while (index[place] != FREE && !Arrays.equals(ids[index[place]], id)) {
            place = (place + 1) & (index.length - 1);
        }
        return place;
    }

    private void rehash() {
        index = new int[2 * index.length];
        Arrays.fill(index, FREE);
        for (int machine = 0; machine < size; machine++) {
            index[place(ids[machine])] = machine;
        }
    }

    /** Fibonacci hashing: ids with neighbouring numbers must not form long runs. */
    private static long mixed(byte[] id) {
        return (Arrays.hashCode(id) * 0x9E3779B97F4A7C15L) >>> 32;
    }
}
