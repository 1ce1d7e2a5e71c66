package io.github.pdmspark.examples.program;

import io.github.pdmspark.quality.TableSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The slices of time: train until {@code trainUntil}, choose the alarm policy until {@code calibrateUntil}, test from
 * {@code testFrom} on. What the settings leave open is derived from the time that the telemetry covers.
 */
public record Dates(Instant trainUntil, Instant calibrateUntil, Instant testFrom) {

    private static final double SEEN = 0.8;
    private static final double TRAINING = 0.7;

    /** The dates of the settings, the others from what the telemetry covers. */
    public static Dates of(Settings settings, TableSummary telemetry) {
        Instant first = telemetry.first().orElseThrow();
        Instant last = telemetry.last().orElseThrow();
        Instant seen =
                settings.trainUntil().orElseGet(() -> settings.testFrom().orElseGet(() -> between(first, last, SEEN)));
        Instant test = settings.testFrom().orElse(seen);
        if (!first.isBefore(seen) || !test.isBefore(last)) {
            throw new IllegalArgumentException("The telemetry covers " + first + " to " + last
                    + ", but training would end at " + seen + " and the test start at " + test
                    + ". Choose -Dpdm.trainUntil and -Dpdm.testFrom inside.");
        }
        return new Dates(between(first, seen, TRAINING), seen, test);
    }

    private static Instant between(Instant first, Instant last, double share) {
        long seconds = Duration.between(first, last).toSeconds();
        return first.plusSeconds((long) (seconds * share)).truncatedTo(ChronoUnit.DAYS);
    }
}
