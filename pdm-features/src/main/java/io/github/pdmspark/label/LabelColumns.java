package io.github.pdmspark.label;

/** The names of the columns that labelling adds to {@code machine_id} and {@code as_of}. */
public final class LabelColumns {

    /** Name of a {@link LabelStatus}, text, never null. */
    public static final String LABEL_STATUS = "label_status";
    /** Component of the earliest failure in the label interval, text; null unless the status is POSITIVE. */
    public static final String LABEL = "label";
    /** All components that fail in the label interval, in time order, each once; empty unless POSITIVE. */
    public static final String LABEL_COMPONENTS = "label_components";
    /** Hours from {@code as_of} to the earliest failure in the label interval, double; null unless POSITIVE. */
    public static final String HOURS_TO_FAILURE = "hours_to_failure";
    /** Hours from {@code as_of} to the next failure, or the lower bound of it, double, never null. */
    public static final String RUL_HOURS = "rul_hours";
    /** Whether {@link #RUL_HOURS} is a lower bound only, boolean. */
    public static final String RUL_CENSORED = "rul_censored";

    /** {@link #RUL_HOURS} of every component, array of doubles in declared order. */
    public static final String RUL_HOURS_BY_COMPONENT = "rul_hours_by_component";
    /** {@link #RUL_CENSORED} of every component, array of booleans in declared order. */
    public static final String RUL_CENSORED_BY_COMPONENT = "rul_censored_by_component";

    private LabelColumns() {}
}
