package io.github.pdmspark.split;

import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a {@link TemporalSplit} cuts.
 *
 * @param trainUntil labels of training rows end by this time
 * @param gap distance from the last training or calibration row to the end of its slice; at least lead + horizon
 * @param calibrateUntil labels of calibration rows end by this time; empty without a calibration slice
 * @param test {@code as_of} of test rows; unbounded if nothing else was said
 */
public record SplitTimes(Instant trainUntil, Duration gap, Optional<Instant> calibrateUntil, TimeRange test) {

    public SplitTimes {
        if (calibrateUntil.filter(trainUntil.plus(gap)::isAfter).isPresent()) {
            throw new IllegalArgumentException(
                    "calibrateUntil (" + calibrateUntil.orElseThrow() + ") is less than the gap ("
                            + gap + ") after trainUntil (" + trainUntil + "): no row could calibrate.\n"
                            + "Use calibrateUntil(\"" + trainUntil.plus(gap) + "\") or later.");
        }
        Instant previous = calibrateUntil.orElse(trainUntil);
        if (test.start().isBefore(previous)) {
            String name = calibrateUntil.isPresent() ? "calibrateUntil" : "trainUntil";
            throw new IllegalArgumentException("testFrom (" + test.start() + ") is before " + name + " (" + previous
                    + "): the test period would overlap what the model has seen.\n"
                    + "Use testFrom(\"" + previous + "\") or later.");
        }
    }

    /** The last {@code as_of} that trains. */
    Instant lastTraining() {
        return trainUntil.minus(gap);
    }

    /** The last {@code as_of} that calibrates. */
    Optional<Instant> lastCalibration() {
        return calibrateUntil.map(until -> until.minus(gap));
    }

    /** The same with another test period. */
    SplitTimes withTest(TimeRange period) {
        return new SplitTimes(trainUntil, gap, calibrateUntil, period);
    }
}
