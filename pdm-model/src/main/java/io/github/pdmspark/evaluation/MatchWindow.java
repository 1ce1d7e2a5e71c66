package io.github.pdmspark.evaluation;

import io.github.pdmspark.time.Micros;
import java.io.Serializable;
import java.time.Duration;

/**
 * Which alarms warn of a failure at T in time: those that start in the actionable window {@code (T - lead - within, T - lead]}.
 *
 * @param lead minimum useful warning, zero or longer
 * @param within length of the window, longer than zero
 */
public record MatchWindow(Duration lead, Duration within) implements Serializable {

    public MatchWindow {
        if (lead.isNegative() || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("An actionable window needs lead >= 0 and a length > 0, but lead is "
                    + lead + " and the length is " + within + ".");
        }
    }

    long leadMicros() {
        return Micros.of(lead);
    }

    /** Lead and length together: how far the window's open end lies before the failure. */
    long reachMicros() {
        return Micros.of(lead) + Micros.of(within);
    }
}
