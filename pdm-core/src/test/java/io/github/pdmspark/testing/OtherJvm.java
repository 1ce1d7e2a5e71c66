package io.github.pdmspark.testing;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own.
 *
 * @param classPath its class path
 * @param options options of the JVM
 */
public record OtherJvm(String classPath, List<String> options) {

    /** With the class path and the opened packages of this one. */
    public static OtherJvm likeThis(String... options) {
        List<String> all = new ArrayList<>(opens());
        all.addAll(List.of(options));
        return new OtherJvm(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), all);
    }

    /** What opens the JDK's packages to Spark. */
    public static List<String> opens() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .toList();
    }

    /** Starts the program; what it prints goes into the file. */
    public Process start(String mainClass, Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Runs the program to its end; an error with what it printed, unless it ends well and in time. */
    public void run(Class<?> program, Path log, Duration limit, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(program.getName(), log, arguments);
        try {
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(
                        program.getSimpleName() + (ended ? " failed:\n" : " took too long:\n") + Files.readString(log));
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
