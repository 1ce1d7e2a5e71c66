package io.github.pdmspark.cli;

/** {@code pdm evaluate} as a main class; throws when it fails. */
public final class EvaluateTask {

    private EvaluateTask() {}

    /** Takes the options of the command. */
    public static void main(String[] args) {
        Task.run("evaluate", args);
    }
}
