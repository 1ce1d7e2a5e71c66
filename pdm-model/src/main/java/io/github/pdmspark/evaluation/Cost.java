package io.github.pdmspark.evaluation;

import java.util.Locale;

/**
 * What a rule cost.
 *
 * @param missed failures without a warning in time
 * @param planned repairs that were planned
 * @param useless visits that found nothing
 * @param unusedLife life that planned repairs threw away
 * @param machineYears scored time, in years of 365.25 days
 */
public record Cost(double missed, double planned, double useless, double unusedLife, double machineYears) {

    /** All of it. */
    public double total() {
        return missed + planned + useless + unusedLife;
    }

    /** All of it per machine-year; undefined without scored time. */
    public Metric perMachineYear() {
        return Metric.ratio(total(), machineYears, "no machine time was scored");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f (missed %.0f, planned %.0f, useless %.0f, unused life %.0f), %s per machine-year",
                total(),
                missed,
                planned,
                useless,
                unusedLife,
                perMachineYear().value().isPresent()
                        ? String.format(
                                Locale.ROOT, "%.1f", perMachineYear().value().getAsDouble())
                        : perMachineYear());
    }
}
