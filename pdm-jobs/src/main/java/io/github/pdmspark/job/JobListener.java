package io.github.pdmspark.job;

import java.util.stream.Collectors;

/** Hears of the borders of a job's steps, on the thread that runs the job. What it throws ends the job. */
public interface JobListener {

    /** A step begins. */
    default void started(String step) {}

    /** A step is done. */
    void finished(StepReport step);

    /** Writes {@code step=... seconds=... name=value} to the system logger of this class. */
    static JobListener logging() {
        System.Logger log = System.getLogger(JobListener.class.getName());
        return step -> log.log(System.Logger.Level.INFO, () -> line(step));
    }

    /** One step as one line of {@code name=value}. */
    static String line(StepReport step) {
        String counts = step.counts().entrySet().stream()
                .map(each -> " " + each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining());
        return "step=" + step.name() + " seconds=" + step.seconds() + counts;
    }
}
