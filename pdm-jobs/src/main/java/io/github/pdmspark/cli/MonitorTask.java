package io.github.pdmspark.cli;

/** {@code pdm monitor} as a main class; throws when it fails. */
public final class MonitorTask {

    private MonitorTask() {}

    /** Takes the options of the command. */
    public static void main(String[] args) {
        Task.run("monitor", args);
    }
}
