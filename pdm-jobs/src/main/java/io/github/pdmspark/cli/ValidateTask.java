package io.github.pdmspark.cli;

/** {@code pdm validate} as a main class; throws when it fails. */
public final class ValidateTask {

    private ValidateTask() {}

    /** Takes the options of the command. */
    public static void main(String[] args) {
        Task.run("validate", args);
    }
}
