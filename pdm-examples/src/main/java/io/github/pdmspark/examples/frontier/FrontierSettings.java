package io.github.pdmspark.examples.frontier;

import io.github.pdmspark.calibration.CalibrationMethod;
import io.github.pdmspark.time.UtcText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What {@code -Dpdm.*} says.
 *
 * @param data folder with the five files
 * @param out folder for everything that is written
 * @param trainUntil end of what trains
 * @param calibrateUntil end of what calibrates and chooses policies
 * @param testFrom start of the test
 * @param trees size of the forests
 * @param depth of their trees
 * @param calibration how scores become probabilities; isotonic needs a thousand rows and fifty before failures of each component
 */
record FrontierSettings(
        Path data,
        Path out,
        Instant trainUntil,
        Instant calibrateUntil,
        Instant testFrom,
        int trees,
        int depth,
        CalibrationMethod calibration) {

    static FrontierSettings fromSystemProperties() {
        String data = System.getProperty("pdm.data", "");
        if (data.isBlank()) {
            throw new IllegalArgumentException(
                    "Say where the five files are: -Dpdm.data=DIR; SimulateFleet writes such a folder.");
        }
        return new FrontierSettings(
                Path.of(data),
                Path.of(text("pdm.out").orElse("pdm-examples/target/frontier")),
                time("pdm.trainUntil", "2015-08-15"),
                time("pdm.calibrateUntil", "2015-10-30"),
                time("pdm.testFrom", "2015-11-15"),
                50,
                12,
                CalibrationMethod.ISOTONIC);
    }

    private static Instant time(String name, String otherwise) {
        return UtcText.instant(text(name).orElse(otherwise));
    }

    private static Optional<String> text(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
