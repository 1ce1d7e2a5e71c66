package io.github.pdmspark.feature;

import java.util.List;
import java.util.stream.Stream;

/**
 * A text attribute of the machine as one column per category (1 or 0) and one for every other value: {@code
 * model_is_model3}, {@code model_is_other}. All are null when the attribute is missing. The order of the categories is
 * part of the declaration, so the encoding never depends on the data that is scored.
 *
 * @param attribute column of the machines table
 * @param categories known values; empty leaves {@code other} alone
 */
public record CategoricalAttribute(String attribute, List<String> categories) implements Feature {

    /** Stands for every value that is not a category. */
    public static final String OTHER = "other";

    public CategoricalAttribute {
        attribute = Checked.name("A categorical attribute", "columns", attribute);
        categories = Checked.distinct("The attribute '" + attribute + "'", "categories", categories);
        if (categories.contains(OTHER)) {
            throw new IllegalArgumentException("The attribute '" + attribute + "' has a category '" + OTHER
                    + "', which is the name for all values without a category; leave it out, its meaning stays.");
        }
    }

    @Override
    public List<String> columnNames() {
        return Stream.concat(categories.stream(), Stream.of(OTHER))
                .map(category -> attribute + "_is_" + category)
                .toList();
    }
}
