package io.github.pdmspark.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Numbers as few bytes: of whole numbers the bytes up to the first one that is not zero, of doubles those up to the last
 * one, as most of the doubles of a tile have few digits. Two doubles share a byte that holds their lengths.
 */
final class NumberWriter {

    /** What a reader may read beyond the last number. */
    static final int MARGIN = Long.BYTES;

    /** Most bytes of a whole number. */
    static final int LONGEST_WHOLE = 10;

    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private int at;
    private int lengths;
    private boolean second;

    NumberWriter(int capacity) {
        this.bytes = new byte[capacity + MARGIN];
    }

    /** Forgets everything. */
    void reset() {
        at = 0;
        second = false;
    }

    void writeWhole(long number) {
        second = false;
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
    }

    void write(double number) {
        long bits = Double.doubleToRawLongBits(number);
        int length = bits == 0 ? 0 : Long.BYTES - (Long.numberOfTrailingZeros(bits) >> 3);
        if (second) {
            bytes[lengths] |= (byte) (length << 4);
        } else {
            lengths = at++;
            bytes[lengths] = (byte) length;
        }
        second = !second;
        LONG.set(bytes, at, bits);
        at += length;
    }

    /** What was written since {@link #reset}, and {@link #MARGIN} bytes. */
    byte[] toBytes() {
        byte[] written = Arrays.copyOf(bytes, at + MARGIN);
        Arrays.fill(written, at, at + MARGIN, (byte) 0);
        return written;
    }
}
