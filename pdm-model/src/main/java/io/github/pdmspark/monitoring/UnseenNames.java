package io.github.pdmspark.monitoring;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.EventCount;
import io.github.pdmspark.fleet.FleetHistory;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names that a model has never heard of: their rows count as {@code other}, or not at all.
 *
 * @param categories values of categorical attributes that were in no training row, by attribute; without attributes that have
 *     none
 * @param errorCodes error codes that no counted feature knows; empty if the model counts no errors
 * @param components components that the model cannot name
 */
public record UnseenNames(Map<String, List<String>> categories, List<String> errorCodes, List<String> components) {

    public UnseenNames {
        categories = Collections.unmodifiableMap(new TreeMap<>(categories));
        errorCodes = List.copyOf(errorCodes);
        components = List.copyOf(components);
    }

    /** What a history names and a model does not know. Runs no Spark job: building the history found the names. */
    public static UnseenNames of(ModelBundle bundle, FleetHistory history) {
        Map<String, List<String>> categories = new TreeMap<>();
        Set<String> codes = new HashSet<>();
        bundle.spec().features().forEach(feature -> {
            if (feature instanceof CategoricalAttribute attribute) {
                List<String> found = history.categories().getOrDefault(attribute.attribute(), List.of());
                List<String> unseen = without(found, attribute.categories());
                if (!unseen.isEmpty()) {
                    categories.put(attribute.attribute(), unseen);
                }
            } else if (feature instanceof EventCount count) {
                codes.addAll(count.codes());
            }
        });
        return new UnseenNames(
                categories,
                codes.isEmpty() ? List.of() : without(history.errorCodes(), codes),
                without(history.components(), bundle.target().components()));
    }

    private static List<String> without(List<String> found, Collection<String> known) {
        return found.stream().filter(name -> !known.contains(name)).toList();
    }

    /** Whether the model knows every name. */
    public boolean isEmpty() {
        return categories.isEmpty() && errorCodes.isEmpty() && components.isEmpty();
    }
}
