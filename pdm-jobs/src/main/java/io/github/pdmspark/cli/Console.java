package io.github.pdmspark.cli;

import io.github.pdmspark.job.JobListener;
import io.github.pdmspark.job.JobResult;
import io.github.pdmspark.job.StepReport;
import java.io.PrintStream;

/** Where a command writes: progress for people, the result for programs. */
record Console(PrintStream out, PrintStream err) {

    void progress(String text) {
        err.println(Shown.text(text));
    }

    void result(JobResult result) {
        out.println(Shown.text(result.toJson()));
        out.flush();
    }

    JobListener listener() {
        return new JobListener() {
            @Override
            public void started(String step) {
                progress(step + " ...");
            }

            @Override
            public void finished(StepReport step) {
                progress(JobListener.line(step));
            }
        };
    }
}
