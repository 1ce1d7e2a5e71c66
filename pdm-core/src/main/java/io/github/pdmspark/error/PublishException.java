package io.github.pdmspark.error;

import java.util.List;

/** Something could not be published, or what was published cannot be read. */
public final class PublishException extends PdmException {

    private static final long serialVersionUID = 1L;

    /** A single problem. */
    public PublishException(Problem problem) {
        super(List.of(problem));
    }

    /** A single problem and what caused it. */
    public PublishException(Problem problem, Throwable cause) {
        super(List.of(problem));
        initCause(cause);
    }
}
