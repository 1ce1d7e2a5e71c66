package io.github.pdmspark.examples.turbofan;

import io.github.pdmspark.hazard.Periods;
import java.time.Duration;
import java.util.stream.IntStream;

/** Periods of cycles after a prediction: short ones first, the last one ends after the longest life. */
final class EnginePeriods {

    static final Periods PERIODS = Periods.ending(IntStream.of(
                    5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 85, 100, 115, 130, 145, 160, 180, 200, 230, 270, 320, 400)
            .mapToObj(EngineFeatures::cycles)
            .toArray(Duration[]::new));

    private EnginePeriods() {}
}
