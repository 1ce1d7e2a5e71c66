package io.github.pdmspark.feature;

import java.util.List;

/**
 * A numeric attribute of the machine under its own name; null when it is missing.
 *
 * @param attribute column of the machines table
 */
public record NumericAttribute(String attribute) implements Feature {

    public NumericAttribute {
        attribute = Checked.name("A numeric attribute", "columns", attribute);
    }

    @Override
    public List<String> columnNames() {
        return List.of(attribute);
    }
}
