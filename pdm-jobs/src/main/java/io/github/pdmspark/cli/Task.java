package io.github.pdmspark.cli;

import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** A command inside a JVM that belongs to somebody else: no exit, no session of its own; a failure is an exception. */
final class Task {

    private Task() {}

    /** Findings are no failure: they are in the result line and in the report. */
    static void run(String command, String... args) {
        String[] all = Stream.concat(Stream.of(command), Stream.of(args)).toArray(String[]::new);
        int code = Pdm.run(SparkSession.builder().getOrCreate(), System.out, System.err, all);
        if (code >= ExitCode.USAGE.code()) {
            throw new IllegalStateException(
                    "pdm " + command + " ended with exit code " + code + "; the reason is in the log above.");
        }
    }
}
