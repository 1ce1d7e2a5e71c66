package io.github.pdmspark.model;

/** The columns of predicted and seen lives beside {@code machine_id} and {@code as_of}. */
public final class LifeColumns {

    /** Remaining life that was seen, per component in declared order, array of doubles; null where the clock shows nothing. */
    public static final String LIFE = "life";
    /** Whether {@link #LIFE} is a lower bound only, array of booleans. */
    public static final String LIFE_CENSORED = "life_censored";
    /** Remaining life as predicted, double; null where a feature is missing. */
    public static final String PREDICTED_LIFE = "predicted_life";

    /** The life that 10 % do not reach, double. */
    public static final String LIFE_P10 = "life_p10";
    /** The median life, double. */
    public static final String LIFE_P50 = "life_p50";
    /** The life that 90 % do not reach, double. */
    public static final String LIFE_P90 = "life_p90";

    /** Probability to last until the end of each period, array of doubles. */
    public static final String SURVIVAL = "survival";
    /** Begin of the names of columns with the probability of a failure within a time, such as {@code fails_within_7d}. */
    public static final String FAILS_WITHIN = "fails_within_";

    private LifeColumns() {}
}
