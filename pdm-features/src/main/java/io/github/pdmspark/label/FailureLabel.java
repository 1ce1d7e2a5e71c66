package io.github.pdmspark.label;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.time.Micros;
import java.io.Serializable;
import java.time.Duration;

/**
 * The question a model learns to answer at {@code asOf}: which component fails first in {@code [asOf + lead, asOf + lead +
 * horizon)}? {@link LabelStatus} says how a row is labelled.
 *
 * @param horizon length of the label interval, longer than zero
 * @param lead the shortest warning that is still of use; a failure before {@code asOf + lead} is {@code TOO_LATE}
 * @param blackout how long after a failure a machine counts as {@code IN_REPAIR}; zero: never
 * @param replacement what a preventive replacement inside an interval without a failure means
 */
public record FailureLabel(Duration horizon, Duration lead, Duration blackout, PreventiveReplacement replacement)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public FailureLabel {
        if (horizon.isZero() || horizon.isNegative()) {
            throw new IllegalArgumentException(
                    "horizon (" + horizon + ") must be longer than zero. Use FailureLabel.within(Duration.ofDays(7)).");
        }
        requireNotNegative("lead", lead);
        requireNotNegative("blackout", blackout);
        Micros.of(horizon.plus(lead));
        Micros.of(lead);
        Micros.of(blackout);
    }

    /** Failures in {@code [asOf, asOf + horizon)}: no lead, no blackout, preventive replacements censor. */
    public static FailureLabel within(Duration horizon) {
        return new FailureLabel(horizon, Duration.ZERO, Duration.ZERO, PreventiveReplacement.IS_CENSORED);
    }

    /** The same with the shortest useful warning. */
    public FailureLabel lead(Duration shortestWarning) {
        return new FailureLabel(horizon, shortestWarning, blackout, replacement);
    }

    /** The same with the time that a machine is in repair from a failure on. */
    public FailureLabel blackout(Duration repairTime) {
        return new FailureLabel(horizon, lead, repairTime, replacement);
    }

    /** The same, but a preventive replacement no longer makes an interval without a failure {@code CENSORED}. */
    public FailureLabel preventiveReplacementIsNegative() {
        return new FailureLabel(horizon, lead, blackout, PreventiveReplacement.IS_NEGATIVE);
    }

    /**
     * Labels every machine at every grid time from its first reading to its end of observation. Lazy. Uses event times:
     * when a failure became known does not matter here.
     *
     * @throws io.github.pdmspark.error.TrainingException {@code PDM_NO_FAILURES} if the history has no failures
     */
    public LabelTable on(FleetHistory history, ObservationGrid grid) {
        return new LabelTable(FailureRows.of(this, history, grid), this, grid, history.components());
    }

    private static void requireNotNegative(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " (" + duration + ") must not be negative.");
        }
    }
}
