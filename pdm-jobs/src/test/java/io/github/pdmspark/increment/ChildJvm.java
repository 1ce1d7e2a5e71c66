package io.github.pdmspark.increment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own with the class path of this one.
 *
 * @param log takes all that it prints
 * @param options of the JVM, beside those that Spark needs
 * @param environment variables beside those of this process
 */
public record ChildJvm(Path log, List<String> options, Map<String, String> environment) {

    /** Runs a main class to its end; its exit code. */
    public static int run(Path log, Class<?> main, String... arguments) throws IOException, InterruptedException {
        return new ChildJvm(log, List.of("-Xmx1g"), Map.of()).run(main, arguments);
    }

    /** Runs a main class to its end; its exit code. */
    public int run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(options);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process child = builder.start();
        boolean ended = child.waitFor(10, TimeUnit.MINUTES);
        child.destroyForcibly();
        assertThat(ended).as("It did not end: %s", log).isTrue();
        return child.exitValue();
    }
}
