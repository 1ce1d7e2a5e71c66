package io.github.pdmspark.local;

import io.github.pdmspark.kernel.SuspendedTime.Interval;
import io.github.pdmspark.time.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The raw records of one machine, in any order. They must be those that a {@code FleetHistory} accepts: each record once, in UTC.
 * Not thread-safe.
 */
public final class MachineHistory {

    private final List<Reading> readings = new ArrayList<>();
    private final List<Event> errors = new ArrayList<>();
    private final List<Event> maintenance = new ArrayList<>();
    private final List<Interval> suspensions = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();
    private Optional<Instant> installation = Optional.empty();

    /** A reading that is known at once: values by sensor; a missing sensor, NaN and infinities are no value. */
    public MachineHistory reading(Instant time, Map<String, Double> values) {
        return reading(time, time, values);
    }

    /** A reading that became known later. */
    public MachineHistory reading(Instant time, Instant knownAt, Map<String, Double> values) {
        readings.add(new Reading(Micros.of(time), Micros.of(knownAt), Map.copyOf(values)));
        return this;
    }

    /** An error that is known at once. */
    public MachineHistory error(Instant time, String code) {
        return error(time, time, code);
    }

    /** An error that became known later. */
    public MachineHistory error(Instant time, Instant knownAt, String code) {
        errors.add(new Event(Micros.of(time), Micros.of(knownAt), code, ""));
        return this;
    }

    /** A maintenance event that is known at once. */
    public MachineHistory maintenance(Instant time, String component) {
        return maintenance(time, time, component);
    }

    /** A maintenance event that became known later. */
    public MachineHistory maintenance(Instant time, Instant knownAt, String component) {
        return maintenance(time, knownAt, component, "");
    }

    /** A maintenance event and what was done; an empty action was not recorded. */
    public MachineHistory maintenance(Instant time, Instant knownAt, String component, String action) {
        maintenance.add(new Event(Micros.of(time), Micros.of(knownAt), component, action));
        return this;
    }

    /**
     * A time in which the machine was off or in repair, until just before {@code end}: its readings are left out, and its
     * prediction times have no score.
     */
    public MachineHistory suspended(Instant start, Instant end) {
        suspensions.add(new Interval(Micros.of(start), Micros.of(end)));
        return this;
    }

    /** The same where it is not over yet. */
    public MachineHistory suspended(Instant start) {
        suspensions.add(new Interval(Micros.of(start), Long.MAX_VALUE));
        return this;
    }

    /** A categorical attribute; one that is never set is missing. */
    public MachineHistory attribute(String name, String value) {
        texts.put(name, value);
        return this;
    }

    /** A numeric attribute; one that is never set is missing. */
    public MachineHistory attribute(String name, double value) {
        numbers.put(name, value);
        return this;
    }

    /** When the machine was installed; without it, its age is missing. */
    public MachineHistory installed(Instant time) {
        installation = Optional.of(time);
        return this;
    }

    Optional<Instant> installation() {
        return installation;
    }

    List<Interval> suspensions() {
        return suspensions;
    }

    List<Reading> readings() {
        return readings;
    }

    List<Event> errors() {
        return errors;
    }

    List<Event> maintenance() {
        return maintenance;
    }

    Map<String, String> texts() {
        return texts;
    }

    Map<String, Double> numbers() {
        return numbers;
    }

    /** A reading; times in microseconds. */
    record Reading(long time, long knownAt, Map<String, Double> values) {}

    /** An event; times in microseconds. */
    record Event(long time, long knownAt, String name, String action) {}
}
