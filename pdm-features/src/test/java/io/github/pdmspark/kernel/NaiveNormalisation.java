package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.RegimeNormalisation;
import io.github.pdmspark.feature.RegimeNormalisation.Regime;
import io.github.pdmspark.kernel.Fleet.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A reading with its values normalised, value by value. */
final class NaiveNormalisation {

    private NaiveNormalisation() {}

    static Reading of(Reading reading, List<String> names, RegimeNormalisation normalisation) {
        List<Double> values = new ArrayList<>();
        for (String name : names) {
            double value = reading.values().get(names.indexOf(name));
            int sensor = normalisation.sensors().indexOf(name);
            values.add(sensor < 0 ? value : score(value, sensor, reading, names, normalisation));
        }
        return new Reading(reading.machine(), reading.time(), reading.knownAt(), List.copyOf(values));
    }

    private static double score(
            double value, int sensor, Reading reading, List<String> names, RegimeNormalisation normalisation) {
        List<Double> settings = normalisation.settings().stream()
                .map(name -> reading.values().get(names.indexOf(name)))
                .toList();
        Regime regime = normalisation.regimes().stream()
                .min(Comparator.comparingDouble(r -> distance(r, settings, normalisation.scales())))
                .orElseThrow();
        boolean defined = settings.stream().noneMatch(v -> v.isNaN())
                && regime.deviations().get(sensor) > 0;
        return defined
                ? (value - regime.means().get(sensor)) / regime.deviations().get(sensor)
                : Double.NaN;
    }

    private static double distance(Regime regime, List<Double> settings, List<Double> scales) {
        double sum = 0;
        for (int i = 0; i < settings.size(); i++) {
            sum += Math.pow((settings.get(i) - regime.centre().get(i)) / scales.get(i), 2);
        }
        return sum;
    }
}
