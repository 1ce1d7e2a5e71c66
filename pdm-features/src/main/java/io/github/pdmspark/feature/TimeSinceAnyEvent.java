package io.github.pdmspark.feature;

import java.util.List;
import java.util.Optional;

/**
 * Hours since the latest error of any of the codes, and whether there was none: {@code hours_since_any_error} (null if
 * never) and {@code never_any_error} (1 or 0).
 *
 * @param codes error codes that count, at least one
 */
public record TimeSinceAnyEvent(List<String> codes) implements Feature {

    public TimeSinceAnyEvent {
        codes = Checked.names("A time since any error", "codes", codes);
    }

    @Override
    public List<String> columnNames() {
        return TimeSince.columnNames(List.of("any_error"));
    }

    @Override
    public Optional<EventSource> events() {
        return Optional.of(EventSource.ERRORS);
    }
}
