package io.github.pdmspark.feature;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was done at the latest maintenance of every component, one column per action and one for every other: {@code
 * comp1_last_action_is_replaced}, {@code comp1_last_action_is_other} (1 or 0). All are null if never maintained; several
 * are 1 if several actions were taken at the same time.
 *
 * @param components names of components, at least one
 * @param actions known actions; what is none of them, or was not recorded, is {@code other}
 */
public record LastAction(List<String> components, List<String> actions) implements Feature {

    /** Stands for every action that is not declared. */
    public static final String OTHER = CategoricalAttribute.OTHER;

    public LastAction {
        components = Checked.names("A last action", "components", components);
        actions = Checked.names("A last action", "actions", actions);
        if (actions.contains(OTHER)) {
            throw new IllegalArgumentException("A last action names the action '" + OTHER
                    + "', which is the name for all that are not declared; leave it out, its meaning stays.");
        }
    }

    @Override
    public List<String> columnNames() {
        return components.stream()
                .flatMap(component -> Stream.concat(actions.stream(), Stream.of(OTHER))
                        .map(action -> component + "_last_action_is_" + action))
                .toList();
    }

    @Override
    public Optional<EventSource> events() {
        return Optional.of(EventSource.MAINTENANCE);
    }

    @Override
    public List<Feature> parts() {
        return components.stream()
                .<Feature>map(component -> new LastAction(List.of(component), actions))
                .toList();
    }
}
