package io.github.pdmspark.examples.harddrives;

import io.github.pdmspark.time.UtcText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What {@code -Dpdm.*} says.
 *
 * @param data folder with one CSV file a day; empty: simulated drives
 * @param out folder for everything that is written
 * @param chooseFrom start of the training days on which the settings are chosen
 * @param testFrom start of the test; everything before it may be learnt from
 * @param budget share of the drives that can be looked at each day
 * @param drives size of the simulated fleet
 * @param seed seed of the simulated fleet and of the model
 */
record Settings(
        Optional<Path> data, Path out, Instant chooseFrom, Instant testFrom, double budget, int drives, long seed) {

    static Settings fromSystemProperties() {
        return new Settings(
                text("pdm.data").map(Path::of),
                Path.of(text("pdm.out").orElse("pdm-examples/target/hard-drives")),
                UtcText.instant(text("pdm.chooseFrom").orElse("2013-04-18T12:00:00Z")),
                UtcText.instant(text("pdm.testFrom").orElse("2013-04-24")),
                Double.parseDouble(text("pdm.budget").orElse("0.01")),
                Integer.parseInt(text("pdm.drives").orElse("2000")),
                Long.parseLong(text("pdm.seed").orElse("42")));
    }

    /** An empty value is no value: the build passes every property on, set or not. */
    private static Optional<String> text(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
