package io.github.pdmspark.leakage;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.leakage.LeakageCheck.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a probe found. Prints as text. It speaks of dated records only: where attributes of machines have no {@code valid_from}, a value
 * that was written later is not seen.
 *
 * @param seed the seed that repeats the probe
 * @param checks every check, in order
 */
public record LeakageCertificate(long seed, List<LeakageCheck> checks) {

    private static final int SHOWN = 5;

    public LeakageCertificate {
        checks = List.copyOf(checks);
    }

    /** Whether every check compared something and found nothing. */
    public boolean isClean() {
        return !checks.isEmpty() && checks.stream().allMatch(check -> check.verdict() == Verdict.CLEAN);
    }

    /**
     * Fails unless the certificate is clean.
     *
     * @throws TrainingException {@code PDM_LEAK_FOUND} that names what differed
     */
    public void requireClean() {
        if (!isClean()) {
            throw new TrainingException(new Problem(
                    ErrorCondition.PDM_LEAK_FOUND,
                    toString(),
                    "let a feature read only records with event_time < as_of and known_at <= as_of, fit on training"
                            + " rows, and leave a gap of lead and horizon before the test."));
        }
    }

    /** The same as JSON. */
    public String toJson() {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("clean", isClean()).put("seed", seed);
        ArrayNode list = root.putArray("checks");
        for (LeakageCheck check : checks) {
            ObjectNode node = list.addObject()
                    .put("subject", check.subject())
                    .put("promise", check.promise())
                    .put("change", check.change().name())
                    .put("cut", check.cut().toString())
                    .put("rows", check.rows())
                    .put("verdict", check.verdict().name());
            ArrayNode differences = node.putArray("differences");
            check.differences().forEach(difference -> differences
                    .addObject()
                    .put("column", difference.column())
                    .put("rows", difference.rows())
                    .put("example", difference.example()));
        }
        return root.toPrettyString();
    }

    @Override
    public String toString() {
        long clean = checks.stream()
                .filter(check -> check.verdict() == Verdict.CLEAN)
                .count();
        return String.format(
                        Locale.ROOT,
                        "Leakage certificate: %s, %d of %d checks clean, seed %d.%n",
                        isClean() ? "CLEAN" : "NOT CLEAN",
                        clean,
                        checks.size(),
                        seed)
                + checks.stream().map(LeakageCertificate::line).collect(Collectors.joining("\n"));
    }

    private static String line(LeakageCheck check) {
        String head = String.format(
                Locale.ROOT,
                "%-16s %s: %s; records from %s on %s; %,d compared",
                check.verdict(),
                check.subject(),
                check.promise(),
                check.cut(),
                check.change().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                check.rows());
        return head
                + check.differences().stream()
                        .limit(SHOWN)
                        .map(each -> "\n    " + each.column() + " differs in " + each.rows() + " row(s), for example "
                                + each.example())
                        .collect(Collectors.joining());
    }
}
