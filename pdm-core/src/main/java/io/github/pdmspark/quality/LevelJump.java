package io.github.pdmspark.quality;

/**
 * Finds a change of unit: one step after which all values lie apart from those before, and stay there. Measured as the distance
 * of the two ranges in widths of the wider one, over {@value #LENGTH} readings on each side.
 */
final class LevelJump {

    private static final int LENGTH = 24;
    /** Below this factor between the levels it may be wear, load or a repair: Celsius to Fahrenheit, bar to psi are above. */
    private static final double FACTOR = 1.5;

    private final double[] latest = new double[LENGTH];
    private int seen;
    private double largest;

    private int after;
    private double lowBefore;
    private double highBefore;
    private double lowAfter;
    private double highAfter;

    void add(double value) {
        if (after > 0) {
            follow(value);
        } else if (seen >= LENGTH) {
            startIfStep(value);
        }
        latest[seen++ % LENGTH] = value;
        if (after == LENGTH) {
            judge();
        }
    }

    private void startIfStep(double value) {
        double low = latest[0];
        double high = latest[0];
        for (double each : latest) {
            low = Math.min(low, each);
            high = Math.max(high, each);
        }
        if (low < high && (value > high + (high - low) || value < low - (high - low))) {
            lowBefore = low;
            highBefore = high;
            lowAfter = value;
            highAfter = value;
            after = 1;
        }
    }

    /** A value back among those before ends it: that was a spike. */
    private void follow(double value) {
        lowAfter = Math.min(lowAfter, value);
        highAfter = Math.max(highAfter, value);
        after = lowAfter > highBefore || highAfter < lowBefore ? after + 1 : 0;
    }

    private void judge() {
        double apart = Math.max(lowAfter - highBefore, lowBefore - highAfter);
        double width = Math.max(highAfter - lowAfter, highBefore - lowBefore);
        double before = Math.abs(lowBefore + highBefore);
        double now = Math.abs(lowAfter + highAfter);
        if (highAfter > lowAfter && Math.max(before, now) >= FACTOR * Math.min(before, now)) {
            largest = Math.max(largest, apart / width);
        }
        after = 0;
    }

    /** 0 if there is none. */
    double largest() {
        return largest;
    }
}
