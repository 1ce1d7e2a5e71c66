package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.alarm.Episode;
import io.github.pdmspark.alarm.EpisodeTracker;
import io.github.pdmspark.time.Micros;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Alarms by the number of recent errors whose code belongs to the component. */
final class ErrorDetector implements Detector {

    private static final AlarmPolicy AT_ONCE = AlarmPolicy.threshold(1).kOfN(1, 1);

    private final Rule.ByErrors rule;
    private final long window;
    private final List<List<Long>> recent;
    private final List<EpisodeTracker> trackers;

    ErrorDetector(Rule.ByErrors rule, int components) {
        this.rule = rule;
        this.window = Micros.of(rule.window());
        this.recent = IntStream.range(0, components)
                .mapToObj(component -> (List<Long>) new ArrayList<Long>())
                .toList();
        this.trackers = IntStream.range(0, components)
                .mapToObj(component -> new EpisodeTracker(AT_ONCE))
                .toList();
    }

    @Override
    public void score(long asOf, double[] scores) {
        for (int component = 0; component < trackers.size(); component++) {
            recent.get(component).removeIf(event -> event < asOf - window);
            boolean many = recent.get(component).size() >= rule.count();
            trackers.get(component).score(asOf, many ? 1 : 0);
        }
    }

    @Override
    public void error(String code, long event) {
        Integer component = rule.componentOfCode().get(code);
        if (component != null) {
            recent.get(component).add(event);
        }
    }

    @Override
    public void renewal(int component, long event, long visible) {
        recent.get(component).removeIf(error -> error <= event);
        trackers.get(component).reset(visible);
    }

    @Override
    public List<Episode> episodes(int component) {
        return trackers.get(component).episodes();
    }
}
