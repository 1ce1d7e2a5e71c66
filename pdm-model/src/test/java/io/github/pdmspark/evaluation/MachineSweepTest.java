package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.alarm.Episode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Times are microseconds; the failure at 100 has the actionable window (100 - lead 5 - within 20, 95], that is 76 .. 95. */
class MachineSweepTest {

    private static final Rule SINGLE =
            new Rule.ByScore(AlarmPolicy.threshold(0.5).kOfN(1, 1));
    private static final SweepPlan PLAN = plan(SINGLE);

    @Test
    void startAtTheFirstMicrosecondOfTheWindowIsDetected() {
        assertFailure(alarmOn(76, 77), FailureOutcome.DETECTED, 76);
        assertEpisode(alarmOn(76, 77), EpisodeOutcome.TRUE);
    }

    @Test
    void startOneMicrosecondBeforeTheWindowIsNot() {
        assertFailure(alarmOn(75, 76), FailureOutcome.EARLY, JudgedFailure.NONE);
        assertEpisode(alarmOn(75, 76), EpisodeOutcome.FALSE);
    }

    @Test
    void startAtTheLastMicrosecondOfTheWindowIsDetected() {
        assertFailure(alarmOn(95, 96), FailureOutcome.DETECTED, 95);
        assertEpisode(alarmOn(95, 96), EpisodeOutcome.TRUE);
    }

    @Test
    void startInsideTheLeadIsLate() {
        for (long start : List.of(96L, 100L)) {
            assertFailure(alarmOn(start, 101), FailureOutcome.LATE, JudgedFailure.NONE);
            assertEpisode(alarmOn(start, 101), EpisodeOutcome.LATE);
        }
    }

    @Test
    void startAfterTheFailureIsFalse() {
        assertFailure(alarmOn(101, 102), FailureOutcome.MISSED, JudgedFailure.NONE);
        assertEpisode(alarmOn(101, 102), EpisodeOutcome.FALSE);
    }

    @Test
    void alarmStillOnInTheWindowIsEarlyAndFalse() {
        assertFailure(alarmOn(60, 77), FailureOutcome.EARLY, JudgedFailure.NONE);
        assertFailure(alarmOn(60, 76), FailureOutcome.EARLY, JudgedFailure.NONE);
        assertFailure(alarmOn(60, 75), FailureOutcome.MISSED, JudgedFailure.NONE);
        assertEpisode(alarmOn(60, 77), EpisodeOutcome.FALSE);
    }

    @Test
    void leadTimeCountsFromTheFirstStartInTheWindow() {
        MachineStory story = new MachineStory().failure(0, 100);
        story.rows(80, 81, 0.9).rows(81, 85, 0.1).rows(85, 86, 0.9).rows(86, 87, 0.1);

        assertThat(failures(story)).containsExactly(new JudgedFailure(0, 100, FailureOutcome.DETECTED, 80));
        assertThat(failures(story).get(0).leadMicros()).isEqualTo(20);
    }

    @Test
    void startAtTheInstantOfTheFailureCountsWithoutLead() {
        MachineStory story =
                new MachineStory().failure(0, 100).rows(90, 100, 0.1).rows(100, 103, 0.9);
        SweepPlan noLead = MachineStory.plan(1, 0, 20, FailureScope.IN_RANGE, List.of(SINGLE));

        List<JudgedEpisode> episodes = story.sweep(noLead).rules().get(0).episodes();
        assertThat(story.sweep(noLead).rules().get(0).failures())
                .containsExactly(new JudgedFailure(0, 100, FailureOutcome.DETECTED, 100));
        assertThat(episodes.get(0).outcome()).isEqualTo(EpisodeOutcome.TRUE);
        assertThat(episodes.get(0).episode()).isEqualTo(new Episode(100, 100));
    }

    @Test
    void failureWithoutScoredRowInItsWindowIsNotSeen() {
        MachineStory story =
                new MachineStory().failure(0, 100).rows(60, 76, 0.1).rows(96, 110, 0.1);

        assertThat(failures(story))
                .containsExactly(new JudgedFailure(0, 100, FailureOutcome.NOT_SEEN, JudgedFailure.NONE));
    }

    @Test
    void oneScoredRowInTheWindowIsEnoughToBeSeen() {
        MachineStory story = new MachineStory().failure(0, 100).row(76, 0.1);

        assertThat(failures(story).get(0).outcome()).isEqualTo(FailureOutcome.MISSED);
    }

    @Test
    void episodeIsUndeterminedUntilItsIntervalWasObserved() {
        MachineStory story = new MachineStory().rows(10, 11, 0.9).rows(11, 12, 0.1);

        assertThat(episodes(story.observedUntil(35)).get(0).outcome()).isEqualTo(EpisodeOutcome.FALSE);
        assertThat(episodes(story.observedUntil(34)).get(0).outcome()).isEqualTo(EpisodeOutcome.UNDETERMINED);
        assertThat(episodes(story.observedUntil(MachineSweep.UNKNOWN_END))
                        .get(0)
                        .outcome())
                .isEqualTo(EpisodeOutcome.UNDETERMINED);
    }

    @Test
    void alarmUpToAFailureIsNotAboutTheNextOne() {
        MachineStory story = new MachineStory()
                .failure(0, 100)
                .failure(0, 110)
                .rows(90, 100, 0.9)
                .rows(100, 112, 0.1);

        assertThat(failures(story))
                .containsExactly(
                        new JudgedFailure(0, 100, FailureOutcome.DETECTED, 90),
                        new JudgedFailure(0, 110, FailureOutcome.MISSED, JudgedFailure.NONE));
    }

    @Test
    void alarmOfAnotherComponentDetectsNothing() {
        SweepPlan two = MachineStory.plan(2, 5, 20, FailureScope.IN_RANGE, List.of(SINGLE));
        MachineStory story = new MachineStory().failure(0, 100).rows(80, 90, 0.1, 0.9);

        assertThat(story.sweep(two).rules().get(0).failures().get(0).outcome()).isEqualTo(FailureOutcome.MISSED);
        assertThat(story.sweep(two).rules().get(0).episodes().get(0).outcome()).isEqualTo(EpisodeOutcome.FALSE);
    }

    @Test
    void repairResetsWhenItIsKnownAndNotBefore() {
        MachineStory story = new MachineStory().rows(10, 30, 0.9).repair(0, 15, 20);

        assertThat(episodes(story))
                .extracting(JudgedEpisode::episode)
                .containsExactly(new Episode(10, 20), new Episode(20, Episode.STILL_ON));
    }

    @Test
    void repairAtThePredictionTimeIsSeenByTheNextRow() {
        MachineStory story = new MachineStory().rows(10, 30, 0.9).repair(0, 20, 20);

        assertThat(episodes(story))
                .extracting(JudgedEpisode::episode)
                .containsExactly(new Episode(10, 20), new Episode(21, Episode.STILL_ON));
    }

    @Test
    void failuresCountFromTheStartOfTheRangeOrFromTheFirstWholeWindow() {
        MachineStory story = new MachineStory().rows(0, 40, 0.1).failure(0, 24).failure(0, 1_000);
        SweepPlan whole = MachineStory.plan(1, 5, 20, FailureScope.WHOLE_WINDOW_IN_RANGE, List.of(SINGLE));

        assertThat(failures(story)).extracting(JudgedFailure::time).containsExactly(24L);
        assertThat(story.sweep(whole).rules().get(0).failures()).isEmpty();
        assertThat(new MachineStory().failure(0, 25).sweep(whole).rules().get(0).failures())
                .hasSize(1);
    }

    @Test
    void quietTimeLeavesOutWindowsAndWhatIsNotObservedLongEnough() {
        MachineStory story =
                new MachineStory().rows(0, 200, 0.1).failure(0, 100).observedUntil(175);

        MachineSweep.MachineResult result = story.sweep(PLAN);

        assertThat(result.scoredMicros()).isEqualTo(200);
        assertThat(result.quietByComponent().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(151 - 25);
    }

    @Test
    void rowStandsForOneStepAtMostAndEndsWithTheRange() {
        SweepPlan wide = new SweepPlan(PLAN.components(), PLAN.window(), PLAN.scope(), 0, 1_000, 12, List.of());
        MachineStory story =
                new MachineStory().row(0, 0.1).row(10, 0.1).row(500, 0.1).row(995, 0.1);

        assertThat(story.sweep(wide).scoredMicros()).isEqualTo(10 + 12 + 12 + 5);
    }

    @Test
    void neverDetectsNothingAndAlwaysDetectsEverythingThatCanBeSeen() {
        SweepPlan both = plan(new Rule.Never(), new Rule.Always());
        List<MachineSweep.RuleResult> results =
                quiet().failure(0, 100).sweep(both).rules();

        assertThat(results.get(0).failures().get(0).outcome()).isEqualTo(FailureOutcome.MISSED);
        assertThat(results.get(0).episodes()).isEmpty();
        assertThat(results.get(1).failures()).containsExactly(new JudgedFailure(0, 100, FailureOutcome.DETECTED, 76));
        assertThat(results.get(1).episodes())
                .filteredOn(e -> e.outcome() == EpisodeOutcome.FALSE)
                .hasSize(76 + 99);
    }

    @Test
    void ageAlarmsWhenTheComponentReachesIt() {
        SweepPlan age = plan(new Rule.ByAge(MachineStory.micros(30)));
        MachineStory story = quiet().repair(0, 50, 55);

        assertThat(story.sweep(age).rules().get(0).episodes())
                .extracting(JudgedEpisode::episode)
                .containsExactly(new Episode(80, Episode.STILL_ON));
    }

    @Test
    void errorsAlarmTheirComponentWhileTheyAreRecent() {
        Rule rule = new Rule.ByErrors(Map.of("e1", 0), 2, Duration.ofNanos(10_000));
        MachineSweep sweep = new MachineSweep(plan(rule));
        sweep.error("e1", 5);
        sweep.error("other", 5);
        sweep.score(6, new double[] {0.1});
        sweep.error("e1", 8);
        sweep.score(15, new double[] {0.1});
        sweep.score(16, new double[] {0.1});

        assertThat(sweep.finish().rules().get(0).episodes())
                .extracting(JudgedEpisode::episode)
                .containsExactly(new Episode(15, 16));
    }

    @Test
    void repairForgetsTheErrorsBeforeIt() {
        Rule rule = new Rule.ByErrors(Map.of("e1", 0), 1, Duration.ofNanos(10_000));
        MachineSweep sweep = new MachineSweep(plan(rule));
        sweep.error("e1", 5);
        sweep.renewal(0, 5, 5);
        sweep.score(6, new double[] {0.1});

        assertThat(sweep.finish().rules().get(0).episodes()).isEmpty();
    }

    private static SweepPlan plan(Rule... rules) {
        return MachineStory.plan(1, 5, 20, FailureScope.IN_RANGE, List.of(rules));
    }

    private static MachineStory quiet() {
        return new MachineStory().rows(0, 200, 0.1);
    }

    /** Scores of 0 .. 199, high in {@code [from, until)}, and a failure at 100. */
    private static MachineStory alarmOn(long from, long until) {
        return new MachineStory()
                .failure(0, 100)
                .rows(0, from, 0.1)
                .rows(from, until, 0.9)
                .rows(until, 200, 0.1);
    }

    private static List<JudgedFailure> failures(MachineStory story) {
        return story.sweep(PLAN).rules().get(0).failures();
    }

    private static List<JudgedEpisode> episodes(MachineStory story) {
        return story.sweep(PLAN).rules().get(0).episodes();
    }

    private static void assertFailure(MachineStory story, FailureOutcome outcome, long warnedAt) {
        assertThat(failures(story)).containsExactly(new JudgedFailure(0, 100, outcome, warnedAt));
    }

    private static void assertEpisode(MachineStory story, EpisodeOutcome outcome) {
        assertThat(episodes(story).get(0).outcome()).isEqualTo(outcome);
    }
}
