package io.github.pdmspark.portable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes arrays with their lengths, big-endian. */
final class ArrayOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    ArrayOutput integers(int[] values) {
        try {
            out.writeInt(values.length);
            for (int value : values) {
                out.writeInt(value);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ArrayOutput numbers(double[] values) {
        try {
            out.writeInt(values.length);
            for (double value : values) {
                out.writeDouble(value);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
