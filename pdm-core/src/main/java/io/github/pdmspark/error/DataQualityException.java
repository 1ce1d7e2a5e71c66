package io.github.pdmspark.error;

import java.util.List;

/** The rows of a table cannot be accepted. */
public final class DataQualityException extends PdmException {

    private static final long serialVersionUID = 1L;

    /** All problems that were found, at least one. */
    public DataQualityException(List<Problem> problems) {
        super(problems);
    }

    /** A single problem. */
    public DataQualityException(Problem problem) {
        super(List.of(problem));
    }
}
