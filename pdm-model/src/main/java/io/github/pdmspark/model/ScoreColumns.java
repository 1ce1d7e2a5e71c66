package io.github.pdmspark.model;

/** The columns of the score table beside {@code machine_id} and {@code as_of}. */
public final class ScoreColumns {

    /** Name of a {@link ScoreStatus}; never null. */
    public static final String STATUS = "status";
    /** 1 minus the score of {@link Target#NONE}, double; null unless scored. */
    public static final String SCORE = "score";
    /** Stands in the place of {@link #SCORE} when the model was calibrated. */
    public static final String PROBABILITY = "probability";

    /** The component with the highest score, the first of equals; null unless scored. */
    public static final String TOP_COMPONENT = "top_component";
    /** How many features were missing and filled in, int; 0 unless scored. */
    public static final String IMPUTED = "imputed";
    /** Identity of the model. */
    public static final String MODEL_ID = "model_id";
    /** Identity of the scoring run, given by the caller. */
    public static final String RUN_ID = "run_id";
    /** When the run happened, UTC. */
    public static final String SCORED_AT = "scored_at";
    /** What a {@link Model} appends: one score per class; not in the score table. */
    public static final String CLASS_SCORES = "class_scores";

    private ScoreColumns() {}
}
