package io.github.pdmspark.feature;

import java.util.List;
import java.util.Optional;

/**
 * Usage since the latest maintenance of every component; columns such as {@code cycles_since_comp1}: the latest known
 * value of the counter minus its latest value at or before the maintenance. Null if never maintained, or where one of the
 * two values is missing. It looks back to the maintenance, however long ago.
 *
 * @param components names of components, at least one
 * @param usage the sensor that counts usage and never falls, such as cycles or running hours
 */
public record UsageSinceMaintenance(List<String> components, String usage) implements Feature {

    public UsageSinceMaintenance {
        components = Checked.names("A usage since maintenance", "components", components);
        usage = Checked.name("A usage since maintenance", "sensors", usage);
    }

    @Override
    public List<String> columnNames() {
        return components.stream()
                .map(component -> usage + "_since_" + component)
                .toList();
    }

    @Override
    public List<String> sensors() {
        return List.of(usage);
    }

    @Override
    public Optional<EventSource> events() {
        return Optional.of(EventSource.MAINTENANCE);
    }

    @Override
    public List<Feature> parts() {
        return components.stream()
                .<Feature>map(component -> new UsageSinceMaintenance(List.of(component), usage))
                .toList();
    }
}
