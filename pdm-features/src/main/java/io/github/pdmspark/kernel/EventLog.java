package io.github.pdmspark.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of one source of one machine, by code or component. */
final class EventLog {

    private final TileGrid grid;
    private final Map<String, EventTimes> byName = new HashMap<>();

    EventLog(TileGrid grid) {
        this.grid = grid;
    }

    void add(String name, long eventTime, long knownAt) {
        byName.computeIfAbsent(name, key -> new EventTimes(grid)).add(eventTime, knownAt);
    }

    /** The events of a name; none if it never occurred. */
    EventTimes of(String name) {
        return byName.computeIfAbsent(name, key -> new EventTimes(grid));
    }

    /** The events of all names but these, together. */
    EventTimes ofOthers(List<String> names) {
        return ofAny(
                byName.keySet().stream().filter(name -> !names.contains(name)).toList());
    }

    /** The events of all these names together. */
    EventTimes ofAny(List<String> names) {
        EventTimes all = new EventTimes(grid);
        names.forEach(name -> all.addAll(of(name)));
        return all;
    }
}
