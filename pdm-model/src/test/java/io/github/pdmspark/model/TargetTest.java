package io.github.pdmspark.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void classesStartWithNone() {
        Target target = new Target(List.of("comp2", "comp1"), Duration.ZERO, Duration.ofDays(7));

        assertThat(target.classes()).containsExactly("none", "comp2", "comp1");
    }

    @Test
    void namesThatDifferInCaseOnlyAreRefused() {
        assertThatThrownBy(() -> new Target(List.of("Pump", "pump"), Duration.ZERO, Duration.ofDays(7)))
                .hasMessageContaining("'pump' cannot have a score column of its own");
        assertThatThrownBy(() -> new Target(List.of("None"), Duration.ZERO, Duration.ofDays(7)))
                .hasMessageContaining("the class 'none'");
    }

    @Test
    void horizonMustBeLongerThanZero() {
        assertThatThrownBy(() -> new Target(List.of("pump"), Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("horizon is PT0S");
    }
}
