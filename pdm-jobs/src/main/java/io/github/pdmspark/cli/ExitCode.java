package io.github.pdmspark.cli;

/** How a process of {@link Pdm} ends. */
public enum ExitCode {
    /** All is well. */
    OK(0),
    /** The job did its work and found something that somebody should look at. */
    FINDINGS(1),
    /** The command or the specification is wrong; nothing was done. */
    USAGE(2),
    /** The job failed; results are as they were. */
    FAILURE(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number. */
    public int code() {
        return code;
    }
}
