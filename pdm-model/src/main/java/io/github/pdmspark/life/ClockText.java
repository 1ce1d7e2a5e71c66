package io.github.pdmspark.life;

/** A clock as text, for saved models. */
public final class ClockText {

    private static final String HOURS = "hours";
    private static final String USAGE = "usage:";

    private ClockText() {}

    /** The text. */
    public static String of(LifeClock clock) {
        return clock instanceof LifeClock.Usage usage ? USAGE + usage.counter() : HOURS;
    }

    /**
     * Reads {@link #of}.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static LifeClock parse(String text) {
        if (text.startsWith(USAGE)) {
            return LifeClock.usage(text.substring(USAGE.length()));
        }
        if (!text.equals(HOURS)) {
            throw new IllegalArgumentException("'" + text + "' is not a clock of lives.");
        }
        return LifeClock.hours();
    }
}
