package io.github.pdmspark.simulator;

import java.io.Serializable;

/**
 * What is wrong with the telemetry besides the machines: every row stays valid, but some are absent and some cells empty.
 *
 * @param gapsPerYear how often a machine stops sending, each time for 1 to 24 hours
 * @param missingShare the share of sensor values that are empty, in [0, 1)
 */
public record Faults(double gapsPerYear, double missingShare) implements Serializable {

    private static final double DAYS_PER_YEAR = 365;

    public Faults {
        if (!(gapsPerYear >= 0 && gapsPerYear <= DAYS_PER_YEAR)) {
            throw new IllegalArgumentException(
                    "gapsPerYear is " + gapsPerYear + ", but a machine has 0 to 365 gaps a year.");
        }
        if (!(missingShare >= 0 && missingShare < 1)) {
            throw new IllegalArgumentException(
                    "missingShare is " + missingShare + ", but it is a share in [0, 1): write 0.01 for one percent.");
        }
    }

    /** Every machine sends every value of every hour. */
    public static Faults none() {
        return new Faults(0, 0);
    }

    /** Three gaps per machine-year and one empty cell in a thousand. */
    public static Faults few() {
        return new Faults(3, 0.001);
    }
}
