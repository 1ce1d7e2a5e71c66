package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.fleet.FleetHistory;
import java.util.List;

/** Features that may still say "all": all sensors, all codes, all components, all categories of a history. */
@FunctionalInterface
interface Declaration {

    /** The concrete features; none when there is nothing of what it asks for. */
    List<Feature> resolve(FleetHistory history);
}
