package io.github.pdmspark.feature;

import java.util.List;
import java.util.Optional;

/**
 * Hours since the latest maintenance of every component, and whether there was none: {@code hours_since_comp1} (null if
 * never) and {@code never_comp1} (1 or 0).
 *
 * @param components names of components, at least one
 */
public record TimeSinceMaintenance(List<String> components) implements Feature {

    public TimeSinceMaintenance {
        components = Checked.names("A time since maintenance", "components", components);
    }

    @Override
    public List<String> columnNames() {
        return TimeSince.columnNames(components);
    }

    @Override
    public Optional<EventSource> events() {
        return Optional.of(EventSource.MAINTENANCE);
    }

    @Override
    public List<Feature> parts() {
        return components.stream()
                .<Feature>map(name -> new TimeSinceMaintenance(List.of(name)))
                .toList();
    }
}
