package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.alarm.Episode;
import io.github.pdmspark.alarm.EpisodeTracker;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Alarms by the time since a component's last visible repair or failure. */
final class AgeDetector implements Detector {

    private static final long NEVER = Long.MIN_VALUE;
    private static final AlarmPolicy AT_ONCE = AlarmPolicy.threshold(1).kOfN(1, 1);

    private final long age;
    private final long[] renewed;
    private final List<EpisodeTracker> trackers;

    AgeDetector(Duration age, int components) {
        this.age = Micros.of(age);
        this.renewed = new long[components];
        Arrays.fill(renewed, NEVER);
        this.trackers = IntStream.range(0, components)
                .mapToObj(component -> new EpisodeTracker(AT_ONCE))
                .toList();
    }

    @Override
    public void score(long asOf, double[] scores) {
        for (int component = 0; component < renewed.length; component++) {
            boolean old = renewed[component] != NEVER && asOf - renewed[component] >= age;
            trackers.get(component).score(asOf, old ? 1 : 0);
        }
    }

    @Override
    public void renewal(int component, long event, long visible) {
        renewed[component] = Math.max(renewed[component], event);
        trackers.get(component).reset(visible);
    }

    @Override
    public List<Episode> episodes(int component) {
        return trackers.get(component).episodes();
    }
}
