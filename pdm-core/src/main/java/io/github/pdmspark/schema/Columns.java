package io.github.pdmspark.schema;

/** The names of the columns that the library gives to its tables. */
public final class Columns {

    /** Identity of a machine, text. */
    public static final String MACHINE_ID = "machine_id";
    /** When a reading was taken or an event happened, UTC. */
    public static final String EVENT_TIME = "event_time";
    /** When a record became visible: its own known time, or the event time plus the declared delay; UTC. */
    public static final String KNOWN_AT = "known_at";
    /** Code of an error event. */
    public static final String CODE = "code";
    /** Component that failed or was maintained. */
    public static final String COMPONENT = "component";
    /** Prediction time: a row knows only what was visible before it; UTC. */
    public static final String AS_OF = "as_of";

    private Columns() {}
}
