package io.github.pdmspark.error;

import java.util.List;

/** A saved model is damaged, foreign or does not fit the data. */
public final class BundleException extends PdmException {

    private static final long serialVersionUID = 1L;

    /** All problems that were found, at least one. */
    public BundleException(List<Problem> problems) {
        super(problems);
    }

    /** A single problem. */
    public BundleException(Problem problem) {
        super(List.of(problem));
    }
}
