package io.github.pdmspark.tuning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One value for each parameter of a {@link ParameterGrid}.
 *
 * @param values by name of the parameter, in the order of the grid
 */
public record Choice(Map<String, Object> values) {

    public Choice {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A whole number. */
    public int integer(String name) {
        return of(name, Integer.class);
    }

    /** A number, whole or not. */
    public double number(String name) {
        return of(name, Number.class).doubleValue();
    }

    /** A text. */
    public String text(String name) {
        return of(name, String.class);
    }

    private <T> T of(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    value == null
                            ? "The grid has no parameter '" + name + "', only " + values.keySet() + "."
                            : "Parameter '" + name + "' is " + value + ", a "
                                    + value.getClass().getSimpleName() + " and no " + type.getSimpleName() + ".");
        }
        return type.cast(value);
    }

    /** {@code trees=50 depth=10}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
