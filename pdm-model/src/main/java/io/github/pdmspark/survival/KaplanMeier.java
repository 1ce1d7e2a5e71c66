package io.github.pdmspark.survival;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The product-limit estimate of a survival curve (Kaplan and Meier 1958): {@code S(t) = prod over failures at u <= t of
 * (1 - failed(u) / at risk(u))}. Of equal lengths failures come before the end of observation.
 */
public final class KaplanMeier {

    private final NavigableMap<Double, Double> steps;

    private KaplanMeier(NavigableMap<Double, Double> steps) {
        this.steps = steps;
    }

    /** How long lives last. */
    public static KaplanMeier ofLives(List<SeenLife> lives) {
        NavigableMap<Double, Double> steps = new TreeMap<>();
        double survival = 1;
        long atRisk = lives.size();
        for (Map.Entry<Double, Ends> at : counted(lives).entrySet()) {
            Ends ends = at.getValue();
            survival *= 1 - (double) ends.failed() / atRisk;
            steps.put(at.getKey(), survival);
            atRisk -= ends.failed() + ends.censored();
        }
        return new KaplanMeier(steps);
    }

    /** How long observation lasts: the same with failure and end of observation in each other's place. */
    public static KaplanMeier ofObservation(List<SeenLife> lives) {
        NavigableMap<Double, Double> steps = new TreeMap<>();
        double survival = 1;
        long atRisk = lives.size();
        for (Map.Entry<Double, Ends> at : counted(lives).entrySet()) {
            Ends ends = at.getValue();
            if (ends.censored() > 0) {
                survival *= 1 - (double) ends.censored() / (atRisk - ends.failed());
            }
            steps.put(at.getKey(), survival);
            atRisk -= ends.failed() + ends.censored();
        }
        return new KaplanMeier(steps);
    }

    /** The share that lasts longer than {@code time}. */
    public double at(double time) {
        Map.Entry<Double, Double> step = steps.floorEntry(time);
        return step == null ? 1 : step.getValue();
    }

    /** The share that lasts until {@code time} or longer. */
    public double before(double time) {
        Map.Entry<Double, Double> step = steps.lowerEntry(time);
        return step == null ? 1 : step.getValue();
    }

    private static Map<Double, Ends> counted(List<SeenLife> lives) {
        Map<Double, Ends> counts = new TreeMap<>();
        for (SeenLife life : lives) {
            Ends one = life.hasFailed() ? new Ends(1, 0) : new Ends(0, 1);
            counts.merge(life.length(), one, Ends::plus);
        }
        return counts;
    }

    /** Lives of one length. */
    private record Ends(long failed, long censored) {

        Ends plus(Ends other) {
            return new Ends(failed + other.failed, censored + other.censored);
        }
    }
}
