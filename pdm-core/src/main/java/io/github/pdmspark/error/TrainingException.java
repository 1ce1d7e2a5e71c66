package io.github.pdmspark.error;

import java.util.List;

/** The data does not let a model be trained. */
public final class TrainingException extends PdmException {

    private static final long serialVersionUID = 1L;

    /** All problems that were found, at least one. */
    public TrainingException(List<Problem> problems) {
        super(problems);
    }

    /** A single problem. */
    public TrainingException(Problem problem) {
        super(List.of(problem));
    }
}
