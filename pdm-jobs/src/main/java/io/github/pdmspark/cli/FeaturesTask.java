package io.github.pdmspark.cli;

/** {@code pdm features} as a main class; throws when it fails. */
public final class FeaturesTask {

    private FeaturesTask() {}

    /** Takes the options of the command. */
    public static void main(String[] args) {
        Task.run("features", args);
    }
}
