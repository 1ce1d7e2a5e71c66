package io.github.pdmspark.alarm;

import java.util.List;
import java.util.stream.IntStream;

/** The alarms of all components of one machine: takes whole rows of component scores, in time order. Not thread-safe. */
public final class MachineAlarms {

    private final AlarmScope scope;
    private final List<EpisodeTracker> trackers;

    public MachineAlarms(AlarmPolicy policy, int components) {
        this.scope = policy.scope();
        this.trackers = IntStream.range(0, components)
                .mapToObj(component -> new EpisodeTracker(policy))
                .toList();
    }

    /** The scores of one row by component number; {@code NaN} where there is none. See {@link EpisodeTracker#score}. */
    public void score(long asOf, double[] scores) {
        double top = scope == AlarmScope.TOP_COMPONENT ? largest(scores) : Double.NEGATIVE_INFINITY;
        for (int component = 0; component < trackers.size(); component++) {
            double score = scores[component];
            trackers.get(component).score(asOf, score < top ? 0.0 : score);
        }
    }

    /** A repair or failure of one component. See {@link EpisodeTracker#reset}. */
    public void reset(int component, long time) {
        trackers.get(component).reset(time);
    }

    /** The episodes of one component so far, by start. */
    public List<Episode> episodes(int component) {
        return trackers.get(component).episodes();
    }

    private static double largest(double[] scores) {
        double top = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            top = score > top ? score : top;
        }
        return top;
    }
}
