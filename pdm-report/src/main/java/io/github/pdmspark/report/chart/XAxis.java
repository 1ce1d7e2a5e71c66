package io.github.pdmspark.report.chart;

import java.time.Instant;

/**
 * What runs from left to right.
 *
 * @param kind dates or plain numbers
 * @param label what it is, with its unit
 */
public record XAxis(Kind kind, String label) {

    /** How positions are written. */
    public enum Kind {
        /** Seconds since the epoch, written as UTC dates. */
        TIME,
        /** Numbers. */
        NUMBER
    }

    /** Time in UTC; positions come from {@link #position}. */
    public static XAxis time() {
        return new XAxis(Kind.TIME, "UTC");
    }

    /** A number such as {@code "recall"} or {@code "hours before failure"}. */
    public static XAxis number(String label) {
        return new XAxis(Kind.NUMBER, label);
    }

    /** Where an instant lies on a time axis. */
    public static double position(Instant instant) {
        return instant.getEpochSecond() + instant.getNano() / 1e9;
    }

    Ticks ticks(double min, double max, double width) {
        return kind == Kind.TIME ? TimeTicks.inside(min, max, width) : Ticks.inside(min, max, (int) (width / 70));
    }

    /** The position for the table behind the chart. */
    Object value(double position) {
        return kind == Kind.TIME ? instant(position) : (Object) position;
    }

    /** On a time axis the label says which years the short dates belong to. */
    String caption(double min, double max) {
        if (kind == Kind.NUMBER) {
            return label;
        }
        String from = instant(min).toString().substring(0, 10);
        String to = instant(max).toString().substring(0, 10);
        return from.equals(to) ? from + " " + label : from + " to " + to + ", " + label;
    }

    static Instant instant(double position) {
        return Instant.ofEpochMilli(Math.round(position * 1000));
    }
}
