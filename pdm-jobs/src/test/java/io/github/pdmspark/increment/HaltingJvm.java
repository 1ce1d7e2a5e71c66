package io.github.pdmspark.increment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A JVM of its own that ends at once at a border of a run, as if somebody had pulled the plug. */
public final class HaltingJvm {

    private static final int HALTED = 78;

    private HaltingJvm() {}

    /** Runs a main class that halts; an assertion error with its output if it does anything else. */
    public static void run(Path log, Class<?> main, String... arguments) throws IOException, InterruptedException {
        int exit = ChildJvm.run(log, main, arguments);
        if (exit != HALTED) {
            throw new AssertionError("It ended with " + exit + ":\n" + Files.readString(log));
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
