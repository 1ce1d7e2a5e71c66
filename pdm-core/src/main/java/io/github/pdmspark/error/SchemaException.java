package io.github.pdmspark.error;

import java.util.List;

/** A table does not have the columns or types that its mapping names. */
public final class SchemaException extends PdmException {

    private static final long serialVersionUID = 1L;

    /** All problems that were found, at least one. */
    public SchemaException(List<Problem> problems) {
        super(problems);
    }

    /** A single problem. */
    public SchemaException(Problem problem) {
        super(List.of(problem));
    }
}
