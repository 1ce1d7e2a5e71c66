package io.github.pdmspark.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a step did.
 *
 * @param name of the step
 * @param seconds how long it took
 * @param counts what it counted
 */
public record StepReport(String name, double seconds, Map<String, Object> counts) {

    public StepReport {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
