package io.github.pdmspark.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The simple rules that a model must beat: never alarm, always alarm, and with a calibration slice also replacement at a
 * fixed age and a count of recent errors, each with the limit that does best there under the same criterion as the policy.
 */
public final class Baselines {

    private static final int AGE_STEP_DAYS = 5;
    private static final int AGES = 40;
    private static final int MOST_ERRORS = 5;
    private static final Duration ERROR_WINDOW = Duration.ofHours(24);

    private final List<Rule> rules;

    private Baselines(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Never alarm and always alarm. */
    public static Baselines withoutCalibration() {
        return new Baselines(List.of(new Rule.Never(), new Rule.Always()));
    }

    /**
     * All baselines; ages of 5, 10 .. 200 days and 1 .. 5 errors in 24 h are tried on {@code calibration}. The error count is
     * left out if the evaluation has no errors or none of them points to a component. Runs two Spark jobs.
     */
    public static Baselines chosenOn(EventEvaluation calibration, AlarmChoice criterion) {
        List<Rule> ages = IntStream.rangeClosed(1, AGES)
                .mapToObj(i -> (Rule) new Rule.ByAge(Duration.ofDays((long) AGE_STEP_DAYS * i)))
                .toList();
        List<Rule> errors = errorRules(calibration.input());
        List<EventMetrics> metrics = calibration.judgeAll(
                Stream.concat(ages.stream(), errors.stream()).toList());
        List<Rule> chosen = new ArrayList<>(withoutCalibration().rules);
        chosen.addAll(best(ages, metrics.subList(0, AGES), criterion).stream().toList());
        chosen.addAll(best(errors, metrics.subList(AGES, metrics.size()), criterion).stream()
                .toList());
        return new Baselines(chosen);
    }

    List<Rule> rules() {
        return rules;
    }

    private static List<Rule> errorRules(EventInput input) {
        Map<String, Integer> componentOfCode = input.errors()
                .map(errors -> ErrorAssociation.learn(input, errors, ERROR_WINDOW))
                .orElse(Map.of());
        if (componentOfCode.isEmpty()) {
            return List.of();
        }
        return IntStream.rangeClosed(1, MOST_ERRORS)
                .mapToObj(count -> (Rule) new Rule.ByErrors(componentOfCode, count, ERROR_WINDOW))
                .toList();
    }

    private static Optional<Rule> best(List<Rule> rules, List<EventMetrics> metrics, AlarmChoice criterion) {
        return IntStream.range(0, rules.size())
                .boxed()
                .max((a, b) -> criterion.preference().compare(metrics.get(a), metrics.get(b)))
                .map(rules::get);
    }
}
