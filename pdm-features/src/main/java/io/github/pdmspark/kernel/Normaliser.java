package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.RegimeNormalisation;
import io.github.pdmspark.feature.RegimeNormalisation.Regime;
import java.util.List;
import java.util.Optional;

/** Puts normalised values in the place of measured ones; without a normalisation it gives what it takes. */
final class Normaliser {

    private static final Normaliser NONE = new Normaliser(new int[0], new double[0], new int[0], List.of());

    private final int[] settings;
    private final double[] scales;
    private final int[] sensors;
    private final double[][] centres;
    private final double[][] means;
    private final double[][] deviations;
    private double[] normalised = {};

    private Normaliser(int[] settings, double[] scales, int[] sensors, List<Regime> regimes) {
        this.settings = settings;
        this.scales = scales;
        this.sensors = sensors;
        this.centres = regimes.stream().map(regime -> doubles(regime.centre())).toArray(double[][]::new);
        this.means = regimes.stream().map(regime -> doubles(regime.means())).toArray(double[][]::new);
        this.deviations =
                regimes.stream().map(regime -> doubles(regime.deviations())).toArray(double[][]::new);
    }

    /**
     * @param names the sensors in the order of the values of a reading
     */
    static Normaliser of(Optional<RegimeNormalisation> normalisation, List<String> names) {
        return normalisation
                .map(n -> new Normaliser(
                        n.settings().stream().mapToInt(names::indexOf).toArray(),
                        doubles(n.scales()),
                        n.sensors().stream().mapToInt(names::indexOf).toArray(),
                        n.regimes()))
                .orElse(NONE);
    }

    /** The values after normalisation, in an array that the next call writes again. */
    double[] apply(double[] values) {
        if (centres.length == 0) {
            return values;
        }
        if (normalised.length != values.length) {
            normalised = new double[values.length];
        }
        System.arraycopy(values, 0, normalised, 0, values.length);
        int regime = nearest(values);
        for (int i = 0; i < sensors.length; i++) {
            if (sensors[i] >= 0) {
                normalised[sensors[i]] = regime < 0 ? Double.NaN : score(values[sensors[i]], regime, i);
            }
        }
        return normalised;
    }

    private double score(double value, int regime, int sensor) {
        double deviation = deviations[regime][sensor];
        return deviation > 0 ? (value - means[regime][sensor]) / deviation : Double.NaN;
    }

    /** The number of the regime; -1 where a setting is missing. */
    private int nearest(double[] values) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int regime = 0; regime < centres.length; regime++) {
            double distance = 0;
            for (int i = 0; i < settings.length; i++) {
                double away = (values[settings[i]] - centres[regime][i]) / scales[i];
                distance += away * away;
            }
            if (distance < least) {
                nearest = regime;
                least = distance;
            }
        }
        return nearest;
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
