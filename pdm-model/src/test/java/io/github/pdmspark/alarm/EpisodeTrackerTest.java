package io.github.pdmspark.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times are steps of one microsecond: the score at position i has the prediction time i. */
class EpisodeTrackerTest {

    private static final AlarmPolicy SINGLE = AlarmPolicy.threshold(0.5).kOfN(1, 1);
    private static final long ON = Episode.STILL_ON;

    @Test
    void scoreAtTheThresholdSwitchesOnAndBelowTheReleaseOff() {
        assertThat(run(SINGLE, 0.49, 0.5, 0.4, 0.39, 0.5)).containsExactly(new Episode(1, 3), new Episode(4, ON));
    }

    @Test
    void twoOfThreeStartsAtTheSecondHighScore() {
        AlarmPolicy policy = AlarmPolicy.threshold(0.5);

        assertThat(run(policy, 0.9, 0.1, 0.1, 0.9, 0.1, 0.9)).containsExactly(new Episode(5, ON));
    }

    @Test
    void lowScoreNeverStartsAnEpisodeEvenWhenTheCountIsReached() {
        AlarmPolicy policy = AlarmPolicy.threshold(0.5).kOfN(2, 4);

        assertThat(run(policy, 0.9, 0.9, 0.1, 0.1)).containsExactly(new Episode(1, 2));
    }

    @Test
    void rowWithoutScoreCountsNeitherForNorAgainst() {
        AlarmPolicy policy = AlarmPolicy.threshold(0.5).kOfN(2, 2);

        assertThat(run(policy, 0.9, Double.NaN, Double.NaN, 0.9, Double.NaN)).containsExactly(new Episode(3, ON));
    }

    @Test
    void resetEndsTheEpisodeAndClearsTheCounters() {
        EpisodeTracker tracker = new EpisodeTracker(AlarmPolicy.threshold(0.5));
        tracker.score(0, 0.9);
        tracker.score(1, 0.9);
        tracker.reset(1);
        tracker.score(2, 0.9);
        assertThat(tracker.episodes()).containsExactly(new Episode(1, 1));

        tracker.score(3, 0.9);
        assertThat(tracker.episodes()).containsExactly(new Episode(1, 1), new Episode(3, ON));
    }

    @Test
    void resetKeepsTheEndOfAnEpisodeThatWasAlreadyOff() {
        EpisodeTracker tracker = new EpisodeTracker(SINGLE);
        tracker.score(0, 0.9);
        tracker.score(1, 0.1);
        tracker.reset(5);

        assertThat(tracker.episodes()).containsExactly(new Episode(0, 1));
    }

    @Test
    void alarmWithinTheCooldownOfTheLastOnScoreIsTheSameEpisode() {
        AlarmPolicy policy = SINGLE.cooldown(micros(2));

        assertThat(run(policy, 0.9, 0.1, 0.9, 0.1, 0.9, 0.1)).containsExactly(new Episode(0, 5));
        assertThat(run(policy, 0.9, 0.1, 0.1, 0.9, 0.1)).containsExactly(new Episode(0, 1), new Episode(3, 4));
    }

    @Test
    void noAlarmStartsWithinTheCooldownOfAReset() {
        EpisodeTracker tracker = new EpisodeTracker(SINGLE.cooldown(micros(2)));
        tracker.score(0, 0.9);
        tracker.reset(0);
        tracker.score(1, 0.9);
        tracker.score(2, 0.9);
        assertThat(tracker.episodes()).containsExactly(new Episode(0, 0));

        tracker.score(3, 0.9);
        assertThat(tracker.episodes()).containsExactly(new Episode(0, 0), new Episode(3, ON));
    }

    @Test
    void scoresWithinTheCooldownOfAResetDoNotCount() {
        EpisodeTracker tracker =
                new EpisodeTracker(AlarmPolicy.threshold(0.5).kOfN(2, 2).cooldown(micros(2)));
        tracker.reset(0);
        tracker.score(2, 0.9);
        tracker.score(3, 0.9);
        tracker.score(4, 0.9);

        assertThat(tracker.episodes()).containsExactly(new Episode(4, ON));
    }

    @Test
    void memoryOfSixtyFourScoresWorks() {
        EpisodeTracker tracker = new EpisodeTracker(AlarmPolicy.threshold(0.5).kOfN(64, 64));
        for (int i = 0; i < 64; i++) {
            tracker.score(i, 0.9);
        }

        assertThat(tracker.episodes()).containsExactly(new Episode(63, ON));
    }

    @Test
    void timesOutOfOrderAreRefused() {
        EpisodeTracker tracker = new EpisodeTracker(SINGLE);
        tracker.score(1_000_000, 0.1);

        assertThatIllegalStateException()
                .isThrownBy(() -> tracker.score(1_000_000, 0.1))
                .withMessageStartingWith("The score at 1970-01-01T00:00:01Z is out of order");
        assertThatIllegalStateException()
                .isThrownBy(() -> tracker.reset(999_999))
                .withMessageStartingWith("The reset at 1970-01-01T00:00:00.999999Z is out of order");
        tracker.reset(2_000_000);
        assertThatIllegalStateException().isThrownBy(() -> tracker.score(1_500_000, 0.1));
    }

    private static Duration micros(long count) {
        return Duration.ofNanos(count * 1_000);
    }

    private static List<Episode> run(AlarmPolicy policy, double... scores) {
        EpisodeTracker tracker = new EpisodeTracker(policy);
        for (int i = 0; i < scores.length; i++) {
            tracker.score(i, scores[i]);
        }
        return tracker.episodes();
    }
}
