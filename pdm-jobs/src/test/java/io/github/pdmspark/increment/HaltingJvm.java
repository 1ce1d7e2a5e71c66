package io.github.pdmspark.increment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A JVM of its own that ends at once at a border of a run, as if somebody had pulled the plug. */
public final class HaltingJvm {

    private static final int HALTED = 78;

    private HaltingJvm() {}

    /** Runs a main class that halts; an assertion error with its output if it does anything else. */
    public static void run(Path log, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        if (child.exitValue() != HALTED) {
            throw new AssertionError("It ended with " + child.exitValue() + ":\n" + Files.readString(log));
        }
    }

    /** Halts this JVM at this border. */
    public static <T extends Enum<T>> Consumer<T> at(T last) {
        return step -> {
            if (step == last) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
    }
}
