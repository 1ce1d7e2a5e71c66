package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void wilsonIntervalHasThePublishedEnds() {
        Interval interval = new Share(8, 10).interval().orElseThrow();

        assertThat(interval.low()).isCloseTo(0.490162, within(1e-6));
        assertThat(interval.high()).isCloseTo(0.943318, within(1e-6));
    }

    @Test
    void intervalOfNoneAndAllStartsAtZeroAndEndsAtOne() {
        assertThat(new Share(0, 10).interval().orElseThrow().low()).isZero();
        assertThat(new Share(0, 10).interval().orElseThrow().high()).isCloseTo(0.277533, within(1e-6));
        assertThat(new Share(10, 10).interval().orElseThrow().high()).isEqualTo(1);
    }

    @Test
    void nothingOfNothingIsUndefinedWithAReason() {
        Share share = new Share(0, 0);

        assertThat(share.value().value()).isEmpty();
        assertThat(share.value().reason()).contains("nothing to count: 0 of 0");
        assertThat(share.interval()).isEmpty();
    }

    @Test
    void moreHitsThanTotalIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share(2, 1))
                .withMessage("A share needs 0 <= hits <= total, but it is 2 of 1.");
    }
}
