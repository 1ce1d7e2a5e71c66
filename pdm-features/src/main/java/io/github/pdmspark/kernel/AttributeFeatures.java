package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.NumericAttribute;

/** The features of the machine itself. */
final class AttributeFeatures {

    private AttributeFeatures() {}

    static FeatureWriter number(NumericAttribute feature, MachineView machine) {
        double value = machine.machine().number(feature.attribute());
        return (index, row, at) -> row[at] = value;
    }

    static FeatureWriter categories(CategoricalAttribute feature, MachineView machine) {
        String value = machine.machine().text(feature.attribute()).orElse("");
        boolean missing = machine.machine().text(feature.attribute()).isEmpty();
        int place = feature.categories().indexOf(value);
        int columns = feature.categories().size() + 1;
        int hot = place < 0 ? columns - 1 : place;
        return (index, row, at) -> {
            for (int i = 0; i < columns; i++) {
                row[at + i] = missing ? Double.NaN : i == hot ? 1 : 0;
            }
        };
    }
}
