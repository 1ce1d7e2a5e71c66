package io.github.pdmspark.model;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is predicted at {@code as_of}: which component fails first in {@code [as_of + lead, as_of + lead + horizon)}.
 *
 * @param components the components in declared order, at least one; names differ in more than case
 * @param lead minimum useful warning, zero or more
 * @param horizon length of the interval, more than zero
 */
public record Target(List<String> components, Duration lead, Duration horizon) {

    /** The class of a row without a failure; always the first class. */
    public static final String NONE = "none";

    public Target {
        components = List.copyOf(components);
        if (components.isEmpty()) {
            throw new IllegalArgumentException("A target needs at least one component.");
        }
        refuseAlikeNames(components);
        if (lead.isNegative() || horizon.isNegative() || horizon.isZero()) {
            throw new IllegalArgumentException("A target needs lead >= 0 and horizon > 0, but lead is " + lead
                    + " and horizon is " + horizon + ".");
        }
    }

    /** The classes of the target: {@link #NONE}, then the components. */
    public List<String> classes() {
        return Stream.concat(Stream.of(NONE), components.stream()).toList();
    }

    /**
     * Fails unless labels of this lead and horizon are answers to this target.
     *
     * @throws IllegalArgumentException if they are not
     */
    public void requireQuestion(Duration askedLead, Duration askedHorizon) {
        if (!lead.equals(askedLead) || !horizon.equals(askedHorizon)) {
            throw new IllegalArgumentException("The model answers lead " + lead + " and horizon " + horizon
                    + ", the label asks lead " + askedLead + " and horizon " + askedHorizon + ".");
        }
    }

    private static void refuseAlikeNames(List<String> components) {
        Set<String> seen = new HashSet<>(Set.of(NONE));
        for (String component : components) {
            if (!seen.add(component.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "Component '" + component + "' cannot have a score column of its own: "
                                + "another component, or the class 'none', has the same name but for case. Rename it.");
            }
        }
    }
}
