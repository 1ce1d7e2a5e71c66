package io.github.pdmspark.examples.program;

import io.github.pdmspark.time.UtcText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@code -Dpdm.*} says.
 *
 * @param data folder with the five files; empty: a simulated fleet
 * @param out folder for everything that is written
 * @param trainUntil end of what the model and its alarm policy may see; empty: derived from the data
 * @param testFrom start of the test; empty: derived
 * @param horizon length of the label interval
 * @param matchWithin an alarm is right when its component fails within this time
 * @param machines size of the simulated fleet
 * @param days length of its telemetry
 * @param seed seed of the simulated fleet and of the forest
 */
public record Settings(
        Optional<Path> data,
        Path out,
        Optional<Instant> trainUntil,
        Optional<Instant> testFrom,
        Duration horizon,
        Duration matchWithin,
        int machines,
        int days,
        long seed) {

    /** What the properties say; {@code program} names the folder below {@code pdm-examples/target} to write to. */
    public static Settings fromSystemProperties(String program) {
        return new Settings(
                text("pdm.data").map(Path::of),
                Path.of(text("pdm.out").orElse("pdm-examples/target/" + program)),
                read("pdm.trainUntil", UtcText::instant),
                read("pdm.testFrom", UtcText::instant),
                read("pdm.horizon", Duration::parse).orElse(Duration.ofHours(24)),
                read("pdm.matchWithin", Duration::parse).orElse(Duration.ofDays(7)),
                read("pdm.machines", Integer::valueOf).orElse(40),
                read("pdm.days", Integer::valueOf).orElse(365),
                read("pdm.seed", Long::valueOf).orElse(42L));
    }

    private static <T> Optional<T> read(String name, Function<String, T> parser) {
        return text(name).map(value -> {
            try {
                return parser.apply(value);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "-D" + name + "=" + value + " cannot be read. Write a date as 2015-10-30, a duration as PT24H.",
                        e);
            }
        });
    }

    /** An empty value is no value: the build passes every property on, set or not. */
    private static Optional<String> text(String name) {
        return Optional.ofNullable(System.getProperty(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
