package io.github.pdmspark.examples.turbofan;

import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.evaluation.Share;
import io.github.pdmspark.survival.Concordance;
import io.github.pdmspark.survival.IntervalCoverage;
import io.github.pdmspark.survival.LifeErrors;
import io.github.pdmspark.survival.Prognosis;
import io.github.pdmspark.survival.SeenLife;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How good the predictions are at the last cycle of each test engine.
 *
 * @param byUnit all predictions, by engine in the order of cycles
 */
record EngineVerdict(Map<String, List<EngineLife>> byUnit) {

    private static final double ALPHA = 0.2;
    private static final double HALF = 0.5;

    EngineVerdict {
        byUnit = new TreeMap<>(byUnit);
    }

    /** The prediction at the last cycle of each engine. */
    List<EngineLife> last() {
        return byUnit.values().stream()
                .map(lives -> lives.get(lives.size() - 1))
                .toList();
    }

    LifeErrors uncapped(ToDoubleFunction<EngineLife> model) {
        return LifeErrors.of(values(model), values(EngineLife::truth));
    }

    LifeErrors capped(ToDoubleFunction<EngineLife> model) {
        return LifeErrors.againstCapped(values(model), values(EngineLife::truth), TurbofanRul.CAP);
    }

    Metric concordance(ToDoubleFunction<EngineLife> model) {
        List<SeenLife> lives =
                last().stream().map(life -> SeenLife.failed(life.truth())).toList();
        return Concordance.of(values(model), lives).index();
    }

    IntervalCoverage coverage() {
        return IntervalCoverage.of(values(EngineLife::low), values(EngineLife::high), values(EngineLife::truth));
    }

    /** Whether predictions half of the way from the first cycle to the failure are right to 20 %; engines cut before do not count. */
    Share accuracyHalfway(ToDoubleFunction<EngineLife> model) {
        List<Prognosis> prognoses = byUnit.values().stream()
                .filter(lives -> lives.get(lives.size() - 1).truth()
                        <= HALF * lives.get(0).truth())
                .map(lives -> new Prognosis(lives.stream()
                        .map(life -> new Prognosis.Step(model.applyAsDouble(life), life.truth()))
                        .toList()))
                .toList();
        return Prognosis.accuracy(prognoses, ALPHA, HALF);
    }

    /** The engines that came closest to their failure, by unit number where equal. */
    List<List<EngineLife>> closest(int count) {
        return byUnit.values().stream()
                .sorted(Comparator.comparingDouble(
                        (List<EngineLife> lives) -> lives.get(lives.size() - 1).truth()))
                .limit(count)
                .toList();
    }

    private double[] values(ToDoubleFunction<EngineLife> value) {
        return last().stream().mapToDouble(value).toArray();
    }
}
