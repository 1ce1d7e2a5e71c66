package io.github.pdmspark.evaluation;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * So many events in so many machine-years, with its exact 95 % Poisson interval.
 *
 * @param events how many
 * @param machineYears observed time; a year is 365.25 days
 */
public record Frequency(long events, double machineYears) {

    private static final double MONTHS_PER_YEAR = 12;
    private static final double TAIL = 0.025;

    public Frequency {
        if (events < 0 || !(machineYears >= 0)) {
            throw new IllegalArgumentException("A frequency needs events >= 0 and time >= 0, but it is " + events
                    + " in " + machineYears + " years.");
        }
    }

    /** Events per machine-year; undefined without observed time. */
    public Metric perMachineYear() {
        return Metric.ratio((double) events, machineYears, "no machine time was observed");
    }

    /** Events per machine-month, a twelfth of a year; undefined without observed time. */
    public Metric perMachineMonth() {
        return Metric.ratio((double) events, machineYears * MONTHS_PER_YEAR, "no machine time was observed");
    }

    /** The exact (Garwood) interval of the number per machine-year; empty without observed time. */
    public Optional<Interval> interval() {
        if (machineYears == 0) {
            return Optional.empty();
        }
        double low = events == 0 ? 0 : chiSquared(2.0 * events, TAIL) / 2;
        double high = chiSquared(2.0 * (events + 1), 1 - TAIL) / 2;
        return Optional.of(new Interval(low / machineYears, high / machineYears));
    }

    private static double chiSquared(double degreesOfFreedom, double probability) {
        return new ChiSquaredDistribution(degreesOfFreedom).inverseCumulativeProbability(probability);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%d in %.2f machine-years (%s per machine-year)", events, machineYears, perMachineYear());
    }
}
