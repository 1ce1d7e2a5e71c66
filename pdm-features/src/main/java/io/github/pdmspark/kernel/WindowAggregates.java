package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.CustomStatistic;
import io.github.pdmspark.feature.FeatureSpec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statistics of one's own that a program offers; specifications refer to them by name and version. */
public final class WindowAggregates implements Serializable {

    private static final long serialVersionUID = 1L;

    /** An array list, as it is serialized with the tasks. */
    private final ArrayList<WindowAggregate> registered;

    private WindowAggregates(List<WindowAggregate> registered) {
        this.registered = new ArrayList<>(registered);
    }

    /** No statistics of one's own. */
    public static WindowAggregates none() {
        return new WindowAggregates(List.of());
    }

    /**
     * These statistics.
     *
     * @throws IllegalArgumentException if two have one name
     */
    public static WindowAggregates of(WindowAggregate... aggregates) {
        return new WindowAggregates(List.of()).with(aggregates);
    }

    /** These and more. */
    public WindowAggregates with(WindowAggregate... more) {
        List<WindowAggregate> all = new ArrayList<>(registered);
        all.addAll(List.of(more));
        Set<String> names = new HashSet<>();
        for (WindowAggregate aggregate : all) {
            if (!names.add(aggregate.name())) {
                throw new IllegalArgumentException(
                        "Two window aggregates are called '" + aggregate.name() + "'. Register each name once.");
            }
        }
        return new WindowAggregates(all);
    }

    /**
     * Fails unless everything that a specification refers to is registered.
     *
     * @throws IllegalArgumentException if a name or version is missing
     */
    public void requireAllOf(FeatureSpec spec) {
        spec.features().forEach(feature -> {
            if (feature instanceof CustomStatistic custom) {
                of(custom);
            }
        });
    }

    WindowAggregate of(CustomStatistic feature) {
        @Nullable WindowAggregate found = null;
        for (WindowAggregate aggregate : registered) {
            if (aggregate.name().equals(feature.name())) {
                found = aggregate;
            }
        }
        if (found == null || found.version() != feature.version()) {
            throw new IllegalArgumentException("The window aggregate '" + feature.name() + "' version "
                    + feature.version() + " is not registered.\nRegistered: " + names()
                    + ".\nFix: give WindowAggregates.of(...) with the code of that version to FeaturePipeline.of or "
                    + "ScoringPipeline.aggregates.");
        }
        return found;
    }

    private String names() {
        return registered.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        registered.stream()
                                .map(aggregate -> "'" + aggregate.name() + "' version " + aggregate.version())
                                .toList());
    }
}
