package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.alarm.Episode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineBootstrapTest {

    private static final long HOUR = 3_600_000_000L;

    @Test
    void sameSeedGivesTheSameIntervalsAndTheyHoldTheEstimate() {
        List<EventTally> machines = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            machines.add(machine(i, i % 4 == 0 ? EpisodeOutcome.FALSE : EpisodeOutcome.TRUE));
        }

        Map<String, Interval> intervals = MachineBootstrap.intervals(machines, 7);

        assertThat(MachineBootstrap.intervals(machines, 7)).isEqualTo(intervals);
        Interval lead = intervals.get(EventMetrics.MEDIAN_LEAD);
        assertThat(lead.low()).isBetween(8.0, 18.0);
        assertThat(lead.high()).isBetween(23.0, 33.0);
        Interval precision = intervals.get(EventMetrics.PRECISION);
        assertThat(precision.low()).isBetween(0.55, 0.68);
        assertThat(precision.high()).isBetween(0.82, 0.92);
    }

    @Test
    void oneMachineGivesNoInterval() {
        assertThat(MachineBootstrap.intervals(List.of(machine(1, EpisodeOutcome.TRUE)), 7))
                .isEmpty();
    }

    private static EventTally machine(int leadHours, EpisodeOutcome outcome) {
        long time = 100 * HOUR;
        JudgedFailure failure = new JudgedFailure(0, time, FailureOutcome.DETECTED, time - leadHours * HOUR);
        JudgedEpisode episode = new JudgedEpisode(0, new Episode(0, 1), outcome, JudgedEpisode.NONE);
        MachineSweep.RuleResult result = new MachineSweep.RuleResult(List.of(failure), List.of(episode));
        EventTally tally = new EventTally(1);
        tally.add(new MachineSweep.MachineResult(HOUR, List.of(HOUR), List.of(result)), result);
        return tally;
    }
}
