package io.github.pdmspark.publication;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Something that happens once while rows are computed, in the JVM of the test. */
final class Overtaking {

    private static final AtomicReference<Runnable> PLANNED = new AtomicReference<>();

    private Overtaking() {}

    static void by(Runnable run) {
        PLANNED.set(run);
    }

    static void once() {
        Runnable run = PLANNED.getAndSet(null);
        if (run != null) {
            CompletableFuture.runAsync(run).join(); // a thread that runs a task cannot run a job
        }
    }
}
