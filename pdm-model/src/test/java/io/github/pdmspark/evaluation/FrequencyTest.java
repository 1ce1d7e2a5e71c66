package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrequencyTest {

    @Test
    void exactPoissonIntervalHasThePublishedEnds() {
        Interval none = new Frequency(0, 1).interval().orElseThrow();
        Interval ten = new Frequency(10, 2).interval().orElseThrow();

        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(3.688879, within(1e-6));
        assertThat(ten.low()).isCloseTo(4.795389 / 2, within(1e-6));
        assertThat(ten.high()).isCloseTo(18.390356 / 2, within(1e-6));
    }

    @Test
    void aMonthIsATwelfthOfAYear() {
        assertThat(new Frequency(6, 2).perMachineYear()).isEqualTo(Metric.of(3));
        assertThat(new Frequency(6, 2).perMachineMonth()).isEqualTo(Metric.of(0.25));
    }

    @Test
    void withoutObservedTimeThereIsNoRate() {
        assertThat(new Frequency(0, 0).perMachineYear().reason()).contains("no machine time was observed");
        assertThat(new Frequency(0, 0).interval()).isEmpty();
    }

    @Test
    void negativeTimeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Frequency(1, -1))
                .withMessage("A frequency needs events >= 0 and time >= 0, but it is 1 in -1.0 years.");
    }
}
