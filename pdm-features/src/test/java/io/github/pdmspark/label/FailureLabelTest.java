package io.github.pdmspark.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureLabelTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void onlyTheHorizonIsCompulsory() {
        assertThat(FailureLabel.within(WEEK))
                .isEqualTo(new FailureLabel(WEEK, Duration.ZERO, Duration.ZERO, PreventiveReplacement.IS_CENSORED));
    }

    @Test
    void optionsKeepEachOther() {
        FailureLabel all = FailureLabel.within(WEEK)
                .preventiveReplacementIsNegative()
                .lead(Duration.ofHours(1))
                .blackout(Duration.ofHours(2));
        assertThat(all)
                .isEqualTo(new FailureLabel(
                        WEEK, Duration.ofHours(1), Duration.ofHours(2), PreventiveReplacement.IS_NEGATIVE));
        assertThat(FailureLabel.within(WEEK)
                        .blackout(Duration.ofHours(2))
                        .lead(Duration.ofHours(1))
                        .preventiveReplacementIsNegative())
                .isEqualTo(all);
    }

    @Test
    void horizonMustBeLongerThanZero() {
        assertThatThrownBy(() -> FailureLabel.within(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("horizon (PT0S) must be longer than zero. Use FailureLabel.within(Duration.ofDays(7)).");
        assertThatThrownBy(() -> FailureLabel.within(Duration.ofHours(-1))).hasMessageContaining("horizon (PT-1H)");
    }

    @Test
    void leadAndBlackoutMustNotBeNegative() {
        assertThatThrownBy(() -> FailureLabel.within(WEEK).lead(Duration.ofHours(-1)))
                .hasMessage("lead (PT-1H) must not be negative.");
        assertThatThrownBy(() -> FailureLabel.within(WEEK).blackout(Duration.ofHours(-2)))
                .hasMessage("blackout (PT-2H) must not be negative.");
    }

    @Test
    void durationsFinerThanAMicrosecondAreRefused() {
        assertThatThrownBy(() -> FailureLabel.within(Duration.ofNanos(1500)))
                .hasMessageContaining("finer than a microsecond");
    }

    @Test
    void cappedLifeNeedsALength() {
        assertThatThrownBy(() -> RemainingLife.hours().cappedAt(Duration.ZERO))
                .hasMessage("The cap (PT0S) must be longer than zero.");
    }
}
