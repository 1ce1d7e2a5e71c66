package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.alarm.Episode;
import io.github.pdmspark.alarm.MachineAlarms;
import java.util.List;

/** Alarms by the scores under a policy. */
final class ScoreDetector implements Detector {

    private final MachineAlarms alarms;

    ScoreDetector(AlarmPolicy policy, int components) {
        this.alarms = new MachineAlarms(policy, components);
    }

    @Override
    public void score(long asOf, double[] scores) {
        alarms.score(asOf, scores);
    }

    @Override
    public void renewal(int component, long event, long visible) {
        alarms.reset(component, visible);
    }

    @Override
    public List<Episode> episodes(int component) {
        return alarms.episodes(component);
    }
}
