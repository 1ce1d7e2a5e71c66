package io.github.pdmspark.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of a machine itself, and when it held. */
final class AttributeRows {
    private final List<AttributeRow> rows = new ArrayList<>();

    /** A new row that holds in {@code [from, to)}. */
    AttributeRow add(long from, long to) {
        AttributeRow row = new AttributeRow(from, to, new HashMap<>(), new HashMap<>());
        rows.add(row);
        return row;
    }

    /** The row that held just before a prediction time, of several the one that began last; an empty one if there is none. */
    AttributeRow before(long asOf) {
        AttributeRow found = AttributeRow.NONE;
        for (AttributeRow row : rows) {
            boolean always = row.from() == Long.MIN_VALUE;
            if ((always || row.from() < asOf) && asOf <= row.to() && row.from() >= found.from()) {
                found = row;
            }
        }
        return found;
    }

    /**
     * Attributes by name.
     *
     * @param from microseconds since the epoch, {@code Long.MIN_VALUE} for always
     * @param to microseconds since the epoch
     */
    record AttributeRow(long from, long to, Map<String, String> texts, Map<String, Double> numbers) {
        static final AttributeRow NONE = new AttributeRow(Long.MIN_VALUE, Long.MAX_VALUE, Map.of(), Map.of());

        double number(String name) {
            return numbers.getOrDefault(name, Double.NaN);
        }
    }
}
