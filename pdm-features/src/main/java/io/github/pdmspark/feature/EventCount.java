package io.github.pdmspark.feature;

import io.github.pdmspark.time.UtcText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The number of errors of every code in every window {@code [asOf - window, asOf)}; columns such as {@code
 * error1_count_24h}.
 *
 * @param codes error codes, at least one; a code that never occurs counts 0
 * @param windows lengths of the windows, at least one
 */
public record EventCount(List<String> codes, List<Duration> windows) implements Feature {

    public EventCount {
        codes = Checked.names("An event count", "codes", codes);
        windows = Checked.windows("An event count", windows);
    }

    @Override
    public List<String> columnNames() {
        return codes.stream()
                .flatMap(code -> windows.stream().map(window -> code + "_count_" + UtcText.duration(window)))
                .toList();
    }

    @Override
    public Optional<EventSource> events() {
        return Optional.of(EventSource.ERRORS);
    }

    @Override
    public List<Feature> parts() {
        return SensorColumns.parts(codes, windows, EventCount::new);
    }
}
