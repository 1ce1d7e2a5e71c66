package io.github.pdmspark.cli;

/** {@code pdm train} as a main class; throws when it fails. */
public final class TrainTask {

    private TrainTask() {}

    /** Takes the options of the command. */
    public static void main(String[] args) {
        Task.run("train", args);
    }
}
