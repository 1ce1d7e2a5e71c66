package io.github.pdmspark.survival;

/**
 * What was seen of a life.
 *
 * @param length remaining life from the prediction on, or how long it was seen; finite, zero or more
 * @param ending whether it ended with the failure
 */
public record SeenLife(double length, Ending ending) {

    public SeenLife {
        if (!(length >= 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("A life is finite and zero or longer, not " + length + ".");
        }
    }

    /** A life that ended with the failure. */
    public static SeenLife failed(double length) {
        return new SeenLife(length, Ending.FAILED);
    }

    /** A life that was seen to last at least so long. */
    public static SeenLife censored(double length) {
        return new SeenLife(length, Ending.CENSORED);
    }

    boolean hasFailed() {
        return ending == Ending.FAILED;
    }
}
