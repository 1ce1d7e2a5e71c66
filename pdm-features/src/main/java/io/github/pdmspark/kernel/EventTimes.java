package io.github.pdmspark.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The events of one code or component of one machine. */
final class EventTimes {

    private final TileGrid grid;
    private final List<Event> events = new ArrayList<>();

    EventTimes(TileGrid grid) {
        this.grid = grid;
    }

    void add(long eventTime, long knownAt) {
        events.add(new Event(eventTime, grid.visibleFrom(eventTime, knownAt)));
    }

    void addAll(EventTimes other) {
        events.addAll(other.events);
    }

    /** The events in the order in which they become visible. */
    List<Event> byVisibility() {
        return events.stream()
                .sorted(Comparator.comparingLong(Event::visibleFrom))
                .toList();
    }

    /** The numbers of the prediction times at which an event enters a window, ascending. */
    long[] entering(long window) {
        return inWindow(window).mapToLong(Event::visibleFrom).sorted().toArray();
    }

    /** The numbers of the prediction times at which an event leaves a window, ascending. */
    long[] leaving(long window) {
        return inWindow(window)
                .mapToLong(event -> grid.expiredFrom(event.time(), window))
                .sorted()
                .toArray();
    }

    /** The events that are ever seen in a window: those that become visible before they are too old for it. */
    private Stream<Event> inWindow(long window) {
        return events.stream().filter(event -> event.visibleFrom() < grid.expiredFrom(event.time(), window));
    }

    /**
     * One event.
     *
     * @param time microseconds since the epoch
     * @param visibleFrom number of the first prediction time that sees it
     */
    record Event(long time, long visibleFrom) {}
}
