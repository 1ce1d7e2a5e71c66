package io.github.pdmspark.fleet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that occur in a fleet, each list in a fixed order. */
record Vocabulary(
        List<String> sensors,
        List<String> errorCodes,
        List<String> components,
        List<String> actions,
        Map<String, List<String>> categories,
        List<String> numericAttributes) {

    Vocabulary {
        sensors = List.copyOf(sensors);
        errorCodes = List.copyOf(errorCodes);
        components = List.copyOf(components);
        actions = List.copyOf(actions);
        categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
        numericAttributes = List.copyOf(numericAttributes);
    }
}
