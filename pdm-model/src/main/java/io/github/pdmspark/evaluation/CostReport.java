package io.github.pdmspark.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * What a policy cost, beside the rules that it must beat.
 *
 * @param policy the policy
 * @param baselines the simple rules, in the order given
 * @param savings against the cheapest of them
 */
public record CostReport(RuleCost policy, List<RuleCost> baselines, Savings savings) {

    public CostReport {
        baselines = List.copyOf(baselines);
    }

    /**
     * The cost of one rule.
     *
     * @param rule name of the rule
     * @param cost what it cost
     */
    public record RuleCost(String rule, Cost cost) {}

    /**
     * How much cheaper the policy is.
     *
     * @param baseline name of the cheapest baseline, chosen with hindsight on the same slice
     * @param share {@code 1 - cost / cost of the baseline}; undefined if the baseline cost nothing
     * @param shareInterval 95 % interval of the share by resampling machines
     * @param perMachineYear the difference in money; undefined without scored time
     */
    public record Savings(
            String baseline, Metric share, java.util.Optional<Interval> shareInterval, Metric perMachineYear) {}

    /** A table, one line per rule. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(line(policy));
        baselines.forEach(baseline -> text.append(line(baseline)));
        String interval = savings.shareInterval().map(ends -> " 95 % " + ends).orElse("");
        return text.append(String.format(
                        Locale.ROOT, "savings against '%s': %s%s%n", savings.baseline(), savings.share(), interval))
                .toString();
    }

    private static String line(RuleCost one) {
        return String.format(Locale.ROOT, "%-34s %s%n", one.rule(), one.cost());
    }
}
