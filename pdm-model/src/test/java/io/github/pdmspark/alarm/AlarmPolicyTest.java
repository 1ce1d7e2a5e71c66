package io.github.pdmspark.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlarmPolicyTest {

    @Test
    void defaultsAreTwoOfThreeAndReleaseAtFourFifths() {
        assertThat(AlarmPolicy.threshold(0.5))
                .isEqualTo(new AlarmPolicy(0.5, 0.4, 2, 3, Duration.ZERO, AlarmScope.EVERY_COMPONENT));
    }

    @Test
    void anotherThresholdKeepsTheShareOfTheRelease() {
        AlarmPolicy policy = AlarmPolicy.threshold(0.5).releaseBelow(0.25).withThreshold(0.8);

        assertThat(policy.release()).isEqualTo(0.4);
        assertThat(AlarmPolicy.threshold(0.3)
                        .releaseBelow(0.3)
                        .withThreshold(0.7)
                        .release())
                .isEqualTo(0.7);
    }

    @Test
    void thresholdOutsideTheUnitIntervalIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlarmPolicy.threshold(0))
                .withMessage("The threshold of an alarm lies in (0, 1], but it is 0.0.");
        assertThatIllegalArgumentException().isThrownBy(() -> AlarmPolicy.threshold(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> AlarmPolicy.threshold(Double.NaN));
    }

    @Test
    void releaseAboveTheThresholdIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlarmPolicy.threshold(0.5).releaseBelow(0.6))
                .withMessage("The release of an alarm lies in [0, threshold = 0.5], but it is 0.6.");
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlarmPolicy.threshold(0.5).kOfN(4, 3))
                .withMessage("kOfN needs 1 <= k <= n <= 64, but k is 4 and n is 3.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlarmPolicy.threshold(0.5).kOfN(0, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlarmPolicy.threshold(0.5).kOfN(1, 65));
    }

    @Test
    void negativeCooldownIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlarmPolicy.threshold(0.5).cooldown(Duration.ofHours(-1)))
                .withMessage("The cooldown of an alarm is zero or longer, but it is PT-1H.");
    }
}
