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
    /** What was done at a maintenance. */
    public static final String ACTION = "action";
    /** When a suspension ends, UTC; NULL: it lasts. */
    public static final String UNTIL = "until";
    /** Since when a row of the machines table holds; NULL: always. */
    public static final String VALID_FROM = "valid_from";
    /** Until when a row of the machines table holds; NULL: for good. */
    public static final String VALID_TO = "valid_to";
    /** When a machine was installed. */
    public static final String INSTALLED_AT = "installed_at";
    /** Prediction time: a row knows only what was visible before it; UTC. */
    public static final String AS_OF = "as_of";

    /** The line of a text file as it was read; only in tables from our readers. */
    public static final String RAW_LINE = "_pdm_raw_line";
    /** The file that a row came from; only in tables from our readers. */
    public static final String SOURCE_FILE = "_pdm_source_file";
    /** Not null when a line does not have the columns that its header announces; only in tables from our readers. */
    public static final String MALFORMED = "_pdm_malformed";

    private Columns() {}
}
