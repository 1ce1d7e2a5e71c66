package io.github.pdmspark.survival;

import io.github.pdmspark.evaluation.Metric;
import java.util.List;

/**
 * The Brier score of predicted survival under censoring, with inverse probability of censoring weights (Graf, Schmoor,
 * Sauerbrei and Schumacher 1999): the mean of {@code S(t)^2 / G(T-)} over lives that failed at {@code T <= t}, {@code (1 -
 * S(t))^2 / G(t)} over those that lasted longer than t, and 0 over those that were censored before. G is the Kaplan-Meier
 * estimate of how long observation lasts.
 */
public final class CensoredBrier {

    private final List<SeenLife> lives;
    private final KaplanMeier observation;

    private CensoredBrier(List<SeenLife> lives) {
        this.lives = List.copyOf(lives);
        this.observation = KaplanMeier.ofObservation(lives);
    }

    /** Scores for these lives; the weights come from them as well. */
    public static CensoredBrier of(List<SeenLife> lives) {
        return new CensoredBrier(lives);
    }

    /**
     * The score at one time; 0 is perfect, 0.25 is what a coin gets.
     *
     * @param survival predicted probability to last longer than {@code time}, one per life
     */
    public Metric at(double time, double[] survival) {
        Pairs.requireSameLength(survival, lives);
        if (lives.isEmpty()) {
            return Metric.undefined("there are no lives");
        }
        if (observation.at(time) == 0) {
            return Metric.undefined("no life was observed for longer than " + time);
        }
        double sum = 0;
        for (int i = 0; i < survival.length; i++) {
            sum += loss(lives.get(i), time, survival[i]);
        }
        return Metric.of(sum / survival.length);
    }

    private double loss(SeenLife life, double time, double survival) {
        if (life.length() > time) {
            return (1 - survival) * (1 - survival) / observation.at(time);
        }
        return life.hasFailed() ? survival * survival / observation.before(life.length()) : 0;
    }

    /**
     * The mean of the score over {@code times}, by trapezoids; undefined where one of them is.
     *
     * @param times ascending, at least two
     * @param curves predicted curves, one per life
     */
    public Metric integrated(List<Double> times, List<SurvivalCurve> curves) {
        if (times.size() < 2) {
            throw new IllegalArgumentException("An integral needs two times or more, not " + times + ".");
        }
        double area = 0;
        double last = 0;
        for (int i = 0; i < times.size(); i++) {
            double time = times.get(i);
            Metric score = at(
                    time, curves.stream().mapToDouble(curve -> curve.at(time)).toArray());
            if (score.value().isEmpty()) {
                return score;
            }
            double value = score.value().getAsDouble();
            area += i == 0 ? 0 : (time - times.get(i - 1)) * (value + last) / 2;
            last = value;
        }
        return Metric.of(area / (times.get(times.size() - 1) - times.get(0)));
    }
}
