package io.github.pdmspark.cli;

/** {@code pdm doctor} as a main class; throws when it fails. */
public final class DoctorTask {

    private DoctorTask() {}

    /** Takes the options of the command. */
    public static void main(String[] args) {
        Task.run("doctor", args);
    }
}
