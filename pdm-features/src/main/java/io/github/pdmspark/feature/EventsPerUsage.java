package io.github.pdmspark.feature;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The number of errors of every code in every window per unit of usage; columns such as {@code error1_per_cycles_24h}.
 * The usage of a window is the last value of the counter in it minus the first. Null where that is not above zero.
 *
 * @param codes error codes, at least one
 * @param usage the sensor that counts usage and never falls, such as cycles or running hours
 * @param windows lengths of the windows, at least one
 */
public record EventsPerUsage(List<String> codes, String usage, List<Duration> windows) implements Feature {

    public EventsPerUsage {
        codes = Checked.names("A count of errors per usage", "codes", codes);
        usage = Checked.name("A count of errors per usage", "sensors", usage);
        windows = Checked.windows("A count of errors per usage", windows);
    }

    @Override
    public List<String> columnNames() {
        return SensorColumns.names(codes, "per_" + usage, windows);
    }

    @Override
    public List<String> sensors() {
        return List.of(usage);
    }

    @Override
    public Optional<EventSource> events() {
        return Optional.of(EventSource.ERRORS);
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(codes, windows, (code, window) -> new EventsPerUsage(code, usage, window));
    }
}
