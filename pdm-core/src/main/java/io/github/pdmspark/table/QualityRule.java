package io.github.pdmspark.table;

/** What a row or a value can break, and what happens to it then. */
public enum QualityRule {
    /** The line has more or fewer fields than its header, its quotes do not close, or it is not UTF-8. */
    MALFORMED_LINE(Action.QUARANTINE, "repair the line; text is read as UTF-8"),
    /** No machine id, or a blank one. */
    KEY_MISSING(Action.QUARANTINE, "give the row a machine id"),
    /** No time. */
    TIME_MISSING(Action.QUARANTINE, "give the row a time"),
    /** The time cannot be read. */
    TIME_UNREADABLE(
            Action.QUARANTINE,
            "state the format with .time(column, TimeFormat.pattern(...)); text like 1/1/2015 6:00:00 AM has the"
                    + " pattern M/d/yyyy h:mm:ss a"),
    /** The time is text without a zone, and the table has no zone. */
    ZONE_MISSING(
            Action.QUARANTINE, "state the zone of the text with .zone(ZoneOffset.UTC) on the table or the builder"),
    /** The time lies before 1971 or after 2099. */
    TIME_RANGE(
            Action.QUARANTINE,
            "epoch seconds and milliseconds that were taken for each other look like this:"
                    + " TimeFormat.epochMillis() or epochSeconds()"),
    /** The time lies more than a day after the moment at which the tables were read. */
    TIME_IN_FUTURE(Action.QUARANTINE, "set the clock of the source, or correct .readAt(...)"),
    /** Clocks were set forward over this local time: it never was. It is read as if they had not been. */
    DST_GAP(Action.FLAG, "let the source write UTC or an offset"),
    /** Clocks were set back over this local time: it was twice. The first one is taken. */
    DST_AMBIGUOUS(Action.FLAG, "let the source write UTC or an offset"),
    /** A suspension that ends at or before its begin. */
    END_NOT_AFTER_START(Action.QUARANTINE, "repair the end, or leave it empty while the machine is suspended"),
    /** The known time cannot be read. */
    KNOWN_TIME_UNREADABLE(Action.QUARANTINE, "repair the known time, or leave .knownAt(...) out and use .delay(...)"),
    /** Text that is not a number. */
    NOT_A_NUMBER(Action.QUARANTINE, "repair the value; a decimal comma or a wrong separator looks like this, too"),
    /** A whole number beyond 2^53, which a double cannot hold exactly. */
    NOT_EXACT(Action.QUARANTINE, "subtract an offset or scale the number before the table is mapped"),
    /** A value outside of its declared range. */
    OUT_OF_RANGE(Action.QUARANTINE, "repair the value or widen .range(...)"),
    /** A value outside of its declared range, where the declaration says to treat it as missing. */
    OUT_OF_RANGE_MISSING(Action.MISSING, "treated as missing, as declared"),
    /** NaN or an infinity. */
    NOT_FINITE(Action.MISSING, "treated as missing"),
    /** A declared stand-in for no reading, such as -9999. */
    SENTINEL(Action.MISSING, "treated as missing, as declared"),
    /** No code or component, or a blank one. */
    NAME_MISSING(Action.QUARANTINE, "give the event its code or component"),
    /** A code or component that was not declared. */
    NAME_NOT_ALLOWED(Action.QUARANTINE, "correct the name or declare it"),
    /** A record that claims to have been known before it happened; it counts as known when it happened. */
    KNOWN_BEFORE_EVENT(Action.FLAG, "known time set to the event time");

    /** What happens to what breaks a rule. */
    public enum Action {
        /** The row leaves the table and goes to the quarantine. */
        QUARANTINE,
        /** The value becomes missing; the row stays. */
        MISSING,
        /** The row stays and is counted. */
        FLAG
    }

    private final Action action;
    private final String fix;

    QualityRule(Action action, String fix) {
        this.action = action;
        this.fix = fix;
    }

    /** What happens to a row that breaks the rule. */
    public Action action() {
        return action;
    }

    /** What to do about it. */
    public String fix() {
        return fix;
    }
}
