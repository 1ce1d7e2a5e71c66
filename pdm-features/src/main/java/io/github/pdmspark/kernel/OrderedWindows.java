package io.github.pdmspark.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The windows of one machine in the order of time, each gathered once however many features read it. */
final class OrderedWindows {

    private final TileGrid grid;
    private final List<String> sensors;
    private final ReadingStore readings;
    private final Map<String, ReadingTrack> tracks = new HashMap<>();
    private final Map<Key, OrderedWindow> windows = new HashMap<>();

    OrderedWindows(RollingPlan plan, ReadingStore readings) {
        this.grid = plan.grid();
        this.sensors = plan.tracked();
        this.readings = readings;
    }

    /** All values of a sensor. */
    ReadingTrack track(String sensor) {
        return tracks.computeIfAbsent(sensor, name -> readings.track(sensors.indexOf(name)));
    }

    /** A window of a sensor, by its length in microseconds. */
    OrderedWindow window(String sensor, long length) {
        return windows.computeIfAbsent(new Key(sensor, length), key -> new OrderedWindow(track(sensor), grid, length));
    }

    private record Key(String sensor, long length) {}
}
