package io.github.pdmspark.feature;

import io.github.pdmspark.time.UtcText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How many different error codes occur in every window; columns such as {@code distinct_errors_24h}.
 *
 * @param codes error codes that count, at least one
 * @param windows lengths of the windows, at least one
 */
public record DistinctEvents(List<String> codes, List<Duration> windows) implements Feature {

    public DistinctEvents {
        codes = Checked.names("A count of distinct errors", "codes", codes);
        windows = Checked.windows("A count of distinct errors", windows);
    }

    @Override
    public List<String> columnNames() {
        return windows.stream()
                .map(window -> "distinct_errors_" + UtcText.duration(window))
                .toList();
    }

    @Override
    public Optional<EventSource> events() {
        return Optional.of(EventSource.ERRORS);
    }

    @Override
    public List<Feature> parts() {
        return windows.stream()
                .<Feature>map(window -> new DistinctEvents(codes, List.of(window)))
                .toList();
    }
}
