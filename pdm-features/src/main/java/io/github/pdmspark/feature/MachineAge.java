package io.github.pdmspark.feature;

import java.util.List;

/**
 * Days since the machine was installed: {@code machine_age_days}. Null where that is not known, or not yet past.
 */
public record MachineAge() implements Feature {

    @Override
    public List<String> columnNames() {
        return List.of("machine_age_days");
    }
}
