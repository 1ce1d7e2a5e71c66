package io.github.pdmspark.cli;

/** {@code pdm report} as a main class; throws when it fails. */
public final class ReportTask {

    private ReportTask() {}

    /** Takes the options of the command. */
    public static void main(String[] args) {
        Task.run("report", args);
    }
}
