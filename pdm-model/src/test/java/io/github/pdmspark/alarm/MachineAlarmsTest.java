package io.github.pdmspark.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineAlarmsTest {

    private static final AlarmPolicy SINGLE = AlarmPolicy.threshold(0.3).kOfN(1, 1);

    @Test
    void everyComponentIsAlarmedByItsOwnScore() {
        MachineAlarms alarms = new MachineAlarms(SINGLE, 2);
        alarms.score(0, new double[] {0.4, 0.5});

        assertThat(alarms.episodes(0)).containsExactly(new Episode(0, Episode.STILL_ON));
        assertThat(alarms.episodes(1)).containsExactly(new Episode(0, Episode.STILL_ON));
    }

    @Test
    void topComponentOnlyAlarmsTheLargestScore() {
        MachineAlarms alarms = new MachineAlarms(SINGLE.topComponentOnly(), 2);
        alarms.score(0, new double[] {0.4, 0.5});
        alarms.score(1, new double[] {0.5, 0.4});

        assertThat(alarms.episodes(0)).containsExactly(new Episode(1, Episode.STILL_ON));
        assertThat(alarms.episodes(1)).containsExactly(new Episode(0, 1));
    }

    @Test
    void equalLargestScoresAreBothTheTop() {
        MachineAlarms alarms = new MachineAlarms(SINGLE.topComponentOnly(), 3);
        alarms.score(0, new double[] {0.4, Double.NaN, 0.4});

        assertThat(alarms.episodes(0)).hasSize(1);
        assertThat(alarms.episodes(1)).isEmpty();
        assertThat(alarms.episodes(2)).hasSize(1);
    }

    @Test
    void resetTouchesItsComponentOnly() {
        MachineAlarms alarms = new MachineAlarms(SINGLE, 2);
        alarms.score(0, new double[] {0.4, 0.4});
        alarms.reset(0, 1);

        assertThat(alarms.episodes(0)).containsExactly(new Episode(0, 1));
        assertThat(alarms.episodes(1)).containsExactly(new Episode(0, Episode.STILL_ON));
    }
}
