package io.github.pdmspark.kernel;

/** Reads what a {@link NumberWriter} wrote, in the same order. */
final class NumberReader {

    private final byte[] bytes;
    private int at;
    private int lengths;
    private boolean second;

    NumberReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long readWhole() {
        second = false;
        long rest = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            rest |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return (rest >>> 1) ^ -(rest & 1);
    }

    double read() {
        int length;
        if (second) {
            length = (lengths >> 4) & 0xF;
        } else {
            lengths = bytes[at++];
            length = lengths & 0xF;
        }
        second = !second;
        long bits = length == 0 ? 0 : (long) NumberWriter.LONG.get(bytes, at) & (-1L << ((Long.BYTES - length) << 3));
        at += length;
        return Double.longBitsToDouble(bits);
    }
}
