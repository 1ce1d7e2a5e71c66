package io.github.pdmspark.gate;

import java.util.Locale;

/**
 * One feature that looks wrong.
 *
 * @param rule what was looked for
 * @param feature its column
 * @param component the component whose failures it tells, or empty where the rule is not about one
 * @param severity whether training may go on
 * @param value the figure, see the rule
 * @param limit the limit that the figure reached
 */
public record GateFinding(
        GateRule rule, String feature, String component, Severity severity, double value, double limit) {

    /** Whether training may go on. */
    public enum Severity {
        /** Someone should look at it. */
        WARNING,
        /** The gate is closed. */
        FAILURE
    }

    /** What is wrong, without what to do. */
    String what() {
        return String.format(
                Locale.ROOT,
                "%s '%s'%s: %s %.3f, limit %.3f",
                rule,
                feature,
                component.isEmpty() ? "" : " for " + component,
                rule.figure(),
                value,
                limit);
    }

    @Override
    public String toString() {
        return severity + " " + what() + ". To do: " + rule.fix() + ".";
    }
}
