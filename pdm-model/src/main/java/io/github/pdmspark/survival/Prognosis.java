package io.github.pdmspark.survival;

import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.evaluation.Share;
import java.util.List;

/**
 * The predictions over one life that ended with its failure, judged as in Saxena, Celaya, Balaban, Goebel, Saha, Saha and
 * Schwabacher, "Metrics for evaluating performance of prognostic techniques" (PHM 2008).
 *
 * @param steps in the order of time, at least one
 */
public record Prognosis(List<Step> steps) {

    /**
     * One prediction.
     *
     * @param predicted remaining life as predicted
     * @param truth remaining life as it came
     */
    public record Step(double predicted, double truth) {

        public Step {
            if (Double.isNaN(predicted) || !(truth >= 0)) {
                throw new IllegalArgumentException("A step needs a prediction and a true life of zero or more, not "
                        + predicted + " and " + truth + ".");
            }
        }

        private boolean isWithin(double distance) {
            return Math.abs(predicted - truth) <= distance;
        }
    }

    public Prognosis {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A prognosis needs at least one prediction.");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (!(steps.get(i).truth() < steps.get(i - 1).truth())) {
                throw new IllegalArgumentException("True remaining lives must fall from step to step, but "
                        + steps.get(i - 1).truth() + " is followed by "
                        + steps.get(i).truth() + ".");
            }
        }
    }

    /**
     * Whether the prediction at the share {@code lambda} of the way from the first prediction to the failure is right to
     * {@code alpha}: {@code |predicted - true| <= alpha * true}. The first step at or after that place is the one.
     *
     * @param alpha allowed error as a share of the true life, above 0
     * @param lambda where on the way, from 0 up to but below 1
     */
    public boolean isAccurate(double alpha, double lambda) {
        requireShares(alpha, lambda);
        double left = (1 - lambda) * steps.get(0).truth();
        Step judged =
                steps.stream().filter(step -> step.truth() <= left).findFirst().orElse(steps.get(steps.size() - 1));
        return judged.isWithin(alpha * judged.truth());
    }

    /** The alpha-lambda accuracy of a fleet: how many prognoses are accurate there. */
    public static Share accuracy(List<Prognosis> prognoses, double alpha, double lambda) {
        return new Share(
                prognoses.stream()
                        .filter(each -> each.isAccurate(alpha, lambda))
                        .count(),
                prognoses.size());
    }

    /**
     * The prognostic horizon: how long before the failure predictions come within {@code alpha} times the {@code life} of the
     * truth, to stay there until the end. (The paper lets a prediction count that leaves the band again; a planner could not use
     * it.) Undefined if the last prediction is outside.
     *
     * @param life the whole life, to which the band is a share
     */
    public Metric horizon(double alpha, double life) {
        requireShares(alpha, 0);
        double reached = Double.NaN;
        for (int i = steps.size() - 1; i >= 0 && steps.get(i).isWithin(alpha * life); i--) {
            reached = steps.get(i).truth();
        }
        return Double.isNaN(reached)
                ? Metric.undefined("the last prediction is more than " + alpha * life + " off")
                : Metric.of(reached);
    }

    private static void requireShares(double alpha, double lambda) {
        if (!(alpha > 0) || !(lambda >= 0 && lambda < 1)) {
            throw new IllegalArgumentException(
                    "alpha must be above 0 and lambda from 0 to below 1, not " + alpha + " and " + lambda + ".");
        }
    }
}
