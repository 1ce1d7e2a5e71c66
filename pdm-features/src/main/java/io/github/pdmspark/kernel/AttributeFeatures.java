package io.github.pdmspark.kernel;

import io.github.pdmspark.feature.CategoricalAttribute;
import io.github.pdmspark.feature.MachineAge;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.kernel.AttributeRows.AttributeRow;
import org.jspecify.annotations.Nullable;

/** The features of the machine itself. */
final class AttributeFeatures {
    private static final double MICROS_PER_DAY = 8.64e10;

    private AttributeFeatures() {}

    static FeatureWriter number(NumericAttribute feature, MachineView machine) {
        return (index, row, at) -> row[at] = held(machine, index).number(feature.attribute());
    }

    static FeatureWriter age(MachineAge feature, MachineView machine) {
        return (index, row, at) -> {
            double micros =
                    machine.plan().grid().time(index) - held(machine, index).number(MachineRecords.INSTALLED);
            row[at] = micros > 0 ? micros / MICROS_PER_DAY : Double.NaN;
        };
    }

    static FeatureWriter categories(CategoricalAttribute feature, MachineView machine) {
        int columns = feature.categories().size() + 1;
        return (index, row, at) -> {
            @Nullable String value = held(machine, index).texts().get(feature.attribute());
            int place = value == null ? -1 : feature.categories().indexOf(value);
            int hot = place < 0 ? columns - 1 : place;
            for (int i = 0; i < columns; i++) {
                row[at + i] = value == null ? Double.NaN : i == hot ? 1 : 0;
            }
        };
    }

    private static AttributeRow held(MachineView machine, long index) {
        return machine.machine().attributes().before(machine.plan().grid().time(index));
    }
}
