package io.github.pdmspark.feature;

import java.util.List;

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
}
