package io.github.pdmspark.evaluation;

/** A failure with its outcome; {@code warnedAt} is the first detecting start, or {@link #NONE}. Times in microseconds. */
record JudgedFailure(int component, long time, FailureOutcome outcome, long warnedAt) {

    static final long NONE = Long.MIN_VALUE;

    long leadMicros() {
        return time - warnedAt;
    }
}
