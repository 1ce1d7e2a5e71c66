package io.github.pdmspark.error;

import java.util.List;
import java.util.stream.Collectors;

/** Bad data, a bad specification or a bad saved model; carries every problem that was found, not only the first. */
public abstract class PdmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    PdmException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("An exception needs at least one problem.");
        }
        this.problems = List.copyOf(problems);
    }

    /** The code of the first problem. */
    public ErrorCondition condition() {
        return problems.get(0).condition();
    }

    /** All problems, the first one first. */
    public List<Problem> problems() {
        return problems;
    }
}
