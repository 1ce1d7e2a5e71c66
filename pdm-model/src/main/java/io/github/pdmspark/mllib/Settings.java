package io.github.pdmspark.mllib;

/** Checks of trainer settings. */
final class Settings {

    private Settings() {}

    static void requireAtLeast(double least, double value, String name) {
        if (!(value >= least)) {
            throw new IllegalArgumentException(
                    name + " must be " + number(least) + " or more, not " + number(value) + ".");
        }
    }

    static void requireBetween(int least, int most, int value, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", not " + value + ".");
        }
    }

    static void requireShare(double value, String name) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be above 0 and up to 1, not " + value + ".");
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
