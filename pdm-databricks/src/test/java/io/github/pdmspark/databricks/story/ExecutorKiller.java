package io.github.pdmspark.databricks.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Ends one executor of this application with {@code kill -9} as soon as it runs a task of the given step. */
final class ExecutorKiller extends SparkListener {

    private final String application;
    private final String victimStep;
    private final Set<String> executors = new ConcurrentSkipListSet<>();
    private final AtomicInteger killed = new AtomicInteger();
    private final AtomicInteger tasksLost = new AtomicInteger();
    private volatile String step = "start";

    ExecutorKiller(String application, String victimStep) {
        this.application = application;
        this.victimStep = victimStep;
    }

    void enter(String name) {
        step = name;
        System.out.println("STEP " + name);
    }

    int executors() {
        return executors.size();
    }

    int killed() {
        return killed.get();
    }

    int tasksLost() {
        return tasksLost.get();
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        executors.add(added.executorId());
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
        if (step.equals(victimStep) && killed.get() == 0) {
            kill(start.taskInfo().executorId());
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.reason().toString().startsWith("ExecutorLostFailure")) {
            tasksLost.incrementAndGet();
        }
    }

    private void kill(String executor) {
        ProcessHandle.allProcesses()
                .filter(process -> isExecutor(process, executor))
                .findFirst()
                .ifPresent(process -> {
                    if (process.destroyForcibly()) {
                        killed.incrementAndGet();
                        System.out.println("KILLED executor " + executor + " in " + step);
                    }
                });
    }

    /** Reads the whole command line, which {@link ProcessHandle.Info} may cut. */
    private boolean isExecutor(ProcessHandle process, String executor) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            String command = new String(line, StandardCharsets.UTF_8);
            return command.contains("CoarseGrainedExecutorBackend\0")
                    && command.contains("\0--app-id\0" + application + "\0")
                    && command.contains("\0--executor-id\0" + executor + "\0");
        } catch (IOException e) {
            return false; // the process is gone
        }
    }
}
