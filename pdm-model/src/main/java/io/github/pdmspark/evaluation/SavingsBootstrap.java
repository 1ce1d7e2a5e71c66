package io.github.pdmspark.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Percentile bootstrap of {@code 1 - cost / cost of the baseline}: whole machines are drawn, also those that cost nothing. */
final class SavingsBootstrap {

    private static final int DRAWS = 1_000;
    private static final int FEWEST_MACHINES = 2;
    private static final double TAIL = 0.025;

    private SavingsBootstrap() {}

    /**
     * The interval; empty below two machines, or if the baseline costs nothing in a draw.
     *
     * @param policy cost by machine; machines beyond the arrays cost nothing
     * @param baseline cost by the same machines
     */
    static Optional<Interval> interval(double[] policy, double[] baseline, long machines, long seed) {
        if (machines < FEWEST_MACHINES) {
            return Optional.empty();
        }
        Random random = new Random(seed);
        double[] shares = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            shares[i] = draw(policy, baseline, machines, random);
        }
        if (Arrays.stream(shares).anyMatch(Double::isNaN)) {
            return Optional.empty();
        }
        Arrays.sort(shares);
        return Optional.of(new Interval(
                LeadTimes.quantile(shares, TAIL).value().orElseThrow(),
                LeadTimes.quantile(shares, 1 - TAIL).value().orElseThrow()));
    }

    private static double draw(double[] policy, double[] baseline, long machines, Random random) {
        double spent = 0;
        double reference = 0;
        for (long i = 0; i < machines; i++) {
            long machine = random.nextLong(machines);
            if (machine < policy.length) {
                spent += policy[(int) machine];
                reference += baseline[(int) machine];
            }
        }
        return reference == 0 ? Double.NaN : 1 - spent / reference;
    }
}
