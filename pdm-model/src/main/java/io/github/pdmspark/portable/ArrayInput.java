package io.github.pdmspark.portable;

import java.nio.ByteBuffer;

/** Reads what {@link ArrayOutput} wrote; refuses lengths that the bytes do not hold, before it makes room for them. */
final class ArrayInput {

    private final ByteBuffer bytes;

    ArrayInput(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int[] integers() {
        int[] values = new int[length(Integer.BYTES)];
        bytes.asIntBuffer().get(values);
        bytes.position(bytes.position() + values.length * Integer.BYTES);
        return values;
    }

    double[] numbers() {
        double[] values = new double[length(Double.BYTES)];
        bytes.asDoubleBuffer().get(values);
        bytes.position(bytes.position() + values.length * Double.BYTES);
        return values;
    }

    void requireEnd() {
        if (bytes.hasRemaining()) {
            throw new IllegalArgumentException(bytes.remaining() + " bytes follow the last array.");
        }
    }

    private int length(int size) {
        int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
        if (length < 0 || (long) length * size > bytes.remaining()) {
            throw new IllegalArgumentException("An array is cut off or has no length.");
        }
        return length;
    }
}
