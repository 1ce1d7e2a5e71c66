package io.github.pdmspark.quality;

import java.util.List;
import java.util.Map;

/**
 * The outcome of a check that raised no error.
 *
 * @param report what was read and found
 * @param quarantine the rejected rows
 * @param names the values that occur, sorted, by {@code table.column}: codes, components, categories
 */
public record CheckedTables(QualityReport report, Quarantine quarantine, Map<String, List<String>> names) {

    public CheckedTables {
        names = Map.copyOf(names);
    }
}
