package io.github.pdmspark.feature;

import java.util.List;
import java.util.Optional;

/**
 * Hours since the latest error of every code, and whether there was none: {@code hours_since_error1} (null if never) and
 * {@code never_error1} (1 or 0).
 *
 * @param codes error codes, at least one
 */
public record TimeSinceEvent(List<String> codes) implements Feature {

    public TimeSinceEvent {
        codes = Checked.names("A time since errors", "codes", codes);
    }

    @Override
    public List<String> columnNames() {
        return TimeSince.columnNames(codes);
    }

    @Override
    public Optional<EventSource> events() {
        return Optional.of(EventSource.ERRORS);
    }

    @Override
    public List<Feature> parts() {
        return codes.stream()
                .<Feature>map(name -> new TimeSinceEvent(List.of(name)))
                .toList();
    }
}
