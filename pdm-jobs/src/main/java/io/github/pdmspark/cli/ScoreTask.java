package io.github.pdmspark.cli;

/** {@code pdm score} as a main class; throws when it fails. */
public final class ScoreTask {

    private ScoreTask() {}

    /** Takes the options of the command. */
    public static void main(String[] args) {
        Task.run("score", args);
    }
}
