package io.github.pdmspark.gate;

import io.github.pdmspark.gate.GateFinding.Severity;
import java.util.Optional;

/**
 * From which figure on a rule warns and fails.
 *
 * @param warn the lower one
 * @param fail the higher one; infinite if it never fails
 */
record Limits(double warn, double fail) {

    Limits {
        if (!(warn > 0) || !(fail >= warn)) {
            throw new IllegalArgumentException(
                    "A gate warns above 0 and fails at the same figure or a higher one, but the" + " limits are " + warn
                            + " and " + fail + ".");
        }
    }

    Optional<GateFinding> judge(GateRule rule, String feature, String component, double value) {
        if (value < warn) {
            return Optional.empty();
        }
        Severity severity = value >= fail ? Severity.FAILURE : Severity.WARNING;
        return Optional.of(
                new GateFinding(rule, feature, component, severity, value, severity == Severity.FAILURE ? fail : warn));
    }
}
