package io.github.pdmspark.feature;

import java.util.List;

/**
 * Sensor values as deviations from what is usual in the operating regime of the reading. A reading belongs to the regime
 * whose centre is nearest, each setting measured in its own scale; of two equally near, to the first. Its value of a sensor
 * becomes {@code (value - mean) / standard deviation} of that regime, a missing one where a setting is missing or the
 * standard deviation is 0. Fitted once on training data, then part of the specification.
 *
 * @param settings sensors that tell the regime, at least one
 * @param scales what counts as one unit of distance of each setting, above zero
 * @param sensors sensors whose values are replaced, at least one
 * @param regimes the regimes, at least one
 */
public record RegimeNormalisation(
        List<String> settings, List<Double> scales, List<String> sensors, List<Regime> regimes) {

    private static final String SELF = "A normalisation by regime";

    /**
     * What is usual in one regime.
     *
     * @param centre one value per setting
     * @param means one value per sensor
     * @param deviations one standard deviation per sensor, 0 where none is known
     */
    public record Regime(List<Double> centre, List<Double> means, List<Double> deviations) {

        public Regime {
            centre = List.copyOf(centre);
            means = List.copyOf(means);
            deviations = List.copyOf(deviations);
        }
    }

    public RegimeNormalisation {
        settings = Checked.names(SELF, "settings", settings);
        sensors = Checked.names(SELF, "sensors", sensors);
        scales = List.copyOf(scales);
        regimes = List.copyOf(regimes);
        scales.forEach(scale -> Checked.positive(SELF + " has a scale", scale));
        boolean fits = scales.size() == settings.size() && !regimes.isEmpty();
        for (Regime regime : regimes) {
            fits &= regime.centre().size() == settings.size()
                    && regime.means().size() == sensors.size()
                    && regime.deviations().size() == sensors.size();
        }
        if (!fits) {
            throw new IllegalArgumentException(SELF
                    + " needs at least one regime, a scale and a centre per setting, and a "
                    + "mean and a deviation per sensor; it has " + settings.size() + " settings, " + scales.size()
                    + " scales, " + sensors.size() + " sensors and the regimes " + regimes + ".");
        }
    }
}
