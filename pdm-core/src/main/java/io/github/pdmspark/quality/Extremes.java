package io.github.pdmspark.quality;

import org.jspecify.annotations.Nullable;

/** The two lowest and the two highest values of a sensor of one machine, and how often the outer ones came. */
final class Extremes {

    /** Once or twice may be a real extreme. */
    private static final int OFTEN = 3;

    private double lowest = Double.POSITIVE_INFINITY;
    private double secondLowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private double secondHighest = Double.NEGATIVE_INFINITY;
    private long atLowest;
    private long atHighest;

    void add(double value) {
        low(value);
        high(value);
    }

    private void low(double value) {
        if (value < lowest) {
            secondLowest = lowest;
            lowest = value;
            atLowest = 0;
        } else if (value > lowest && value < secondLowest) {
            secondLowest = value;
        }
        atLowest += value == lowest ? 1 : 0;
    }

    private void high(double value) {
        if (value > highest) {
            secondHighest = highest;
            highest = value;
            atHighest = 0;
        } else if (value < highest && value > secondHighest) {
            secondHighest = value;
        }
        atHighest += value == highest ? 1 : 0;
    }

    double lowest() {
        return lowest;
    }

    double highest() {
        return highest;
    }

    /** How often the more frequent extreme came. A constant sensor is stuck, not at an edge of its range. */
    long atEdge() {
        return lowest < highest ? Math.max(atLowest, atHighest) : 0;
    }

    /** The value that looks like "no reading": it comes often, and further from all others than these lie apart. */
    @Nullable
    Double standIn() {
        if (isFarBelow()) {
            return lowest;
        }
        return isFarAbove() ? highest : null;
    }

    /** How often the stand-in came. */
    long standIns() {
        if (isFarBelow()) {
            return atLowest;
        }
        return isFarAbove() ? atHighest : 0;
    }

    private boolean isFarBelow() {
        return atLowest >= OFTEN && secondLowest < highest && secondLowest - lowest > highest - secondLowest;
    }

    private boolean isFarAbove() {
        return atHighest >= OFTEN && secondHighest > lowest && highest - secondHighest > secondHighest - lowest;
    }
}
