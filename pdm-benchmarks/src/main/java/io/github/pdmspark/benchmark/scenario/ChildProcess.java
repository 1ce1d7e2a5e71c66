package io.github.pdmspark.benchmark.scenario;

import io.github.pdmspark.benchmark.cost.Cost;
import io.github.pdmspark.benchmark.fleet.StoredFleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs {@link WholeProcess} in a JVM of its own. */
record ChildProcess(StoredFleet fleet, String smallestHeap, String largestHeap) implements Supplier<Cost> {

    private static final double NANOS = 1e9;

    @Override
    public Cost get() {
        long start = System.nanoTime();
        try {
            Process process = new ProcessBuilder(command())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The process with " + largestHeap + " failed:\n" + output);
            }
            return new Cost(WholeProcess.cpuSeconds(output), (System.nanoTime() - start) / NANOS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a process ran.", e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Xm") && !argument.startsWith("-agentlib"))
                .forEach(command::add);
        command.addAll(List.of(smallestHeap, largestHeap, "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(WholeProcess.class.getName(), fleet.folder().toString()));
        return command;
    }
}
