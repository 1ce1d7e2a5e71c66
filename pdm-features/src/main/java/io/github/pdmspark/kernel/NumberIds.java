package io.github.pdmspark.kernel;

import java.util.Arrays;

/** Machines with whole numbers as ids, in the order of arrival; that of the reading before and the next one are found at once. */
final class NumberIds {

    private static final int FREE = -1;

    private int size;
    private long[] ids = new long[8];
    private int[] index = new int[32];
    private int latest;

    NumberIds() {
        Arrays.fill(index, FREE);
    }

    long id(int machine) {
        return ids[machine];
    }

    /** The number of a machine, the next free one for a new machine. Readings tend to come in the same order of machines. */
    int number(long id) {
        if (size > 0 && ids[latest] == id) {
            return latest;
        }
        int next = latest + 1 < size ? latest + 1 : 0;
        latest = size > 0 && ids[next] == id ? next : lookUp(id);
        return latest;
    }

    private int lookUp(long id) {
        int place = place(id);
        return index[place] == FREE ? add(id, place) : index[place];
    }

    private int add(long id, int place) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size] = id;
        index[place] = size++;
        if (4 * size > index.length) {
            rehash();
        }
        return size - 1;
    }

    private int place(long id) {
        int place = (int) ((id * 0x9E3779B97F4A7C15L) >>> 32) & (index.length - 1);
        while (index[place] != FREE && ids[index[place]] != id) {
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
}
