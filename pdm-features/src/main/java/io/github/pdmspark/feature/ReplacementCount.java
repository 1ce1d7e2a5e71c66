package io.github.pdmspark.feature;

import java.util.List;
import java.util.Optional;

/**
 * The number of maintenance events of every component in the whole history before {@code asOf}; columns such as {@code
 * comp1_replacements}.
 *
 * @param components names of components, at least one
 */
public record ReplacementCount(List<String> components) implements Feature {

    public ReplacementCount {
        components = Checked.names("A replacement count", "components", components);
    }

    @Override
    public List<String> columnNames() {
        return components.stream().map(component -> component + "_replacements").toList();
    }

    @Override
    public Optional<EventSource> events() {
        return Optional.of(EventSource.MAINTENANCE);
    }

    @Override
    public List<Feature> parts() {
        return components.stream()
                .<Feature>map(name -> new ReplacementCount(List.of(name)))
                .toList();
    }
}
