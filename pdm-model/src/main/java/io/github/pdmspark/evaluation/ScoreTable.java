package io.github.pdmspark.evaluation;

/** Columns of the score table that the event evaluation reads, beside {@code machine_id} and {@code as_of}. */
final class ScoreTable {

    static final String STATUS = "status";
    static final String SCORED = "SCORED";
    static final String SCORE_PREFIX = "score_";

    private ScoreTable() {}
}
