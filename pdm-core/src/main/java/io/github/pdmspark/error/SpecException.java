package io.github.pdmspark.error;

import java.util.List;

/** The specification of a job cannot be carried out. */
public final class SpecException extends PdmException {

    private static final long serialVersionUID = 1L;

    /** All problems that were found, at least one. */
    public SpecException(List<Problem> problems) {
        super(problems);
    }

    /** A single problem. */
    public SpecException(Problem problem) {
        super(List.of(problem));
    }
}
