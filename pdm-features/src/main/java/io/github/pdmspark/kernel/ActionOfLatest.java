package io.github.pdmspark.kernel;

import java.util.List;

/** Which actions were taken at the time of the latest visible event, the last column for all others; NaN without one. */
final class ActionOfLatest implements FeatureWriter {
    private final LatestEvent latest;
    private final LatestEvent[] byAction;

    ActionOfLatest(EventTimes events, List<EventTimes> byAction) {
        this.latest = new LatestEvent(events);
        this.byAction = byAction.stream().map(LatestEvent::new).toArray(LatestEvent[]::new);
    }

    @Override
    public void write(long index, double[] row, int at) {
        long time = latest.at(index);
        for (int i = 0; i < byAction.length; i++) {
            boolean taken = byAction[i].at(index) == time;
            row[at + i] = time == Long.MIN_VALUE ? Double.NaN : taken ? 1 : 0;
        }
    }
}
