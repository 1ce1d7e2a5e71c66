package io.github.pdmspark.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pdmspark.job.JobContext;
import io.github.pdmspark.job.JobResult;
import io.github.pdmspark.job.RunReport;
import io.github.pdmspark.spec.SpecDocument;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** A command that reads a specification and runs a job. */
abstract class JobCommand implements Callable<Integer> {

    @ParentCommand
    private Pdm pdm = new Pdm();

    @Mixin
    private JobOptions options = new JobOptions();

    abstract JobResult run(JobContext context, Console console);

    /** What a dry run says beside the specification. */
    Map<String, Object> plan(SpecDocument document) {
        return Map.of();
    }

    /** Values that options of this command put into the specification. */
    Map<String, String> settings() {
        return Map.of();
    }

    abstract String name();

    @Override
    public final Integer call() {
        Console console = pdm.console();
        SpecDocument document = options.document(pdm::session, settings());
        if (options.isDryRun()) {
            console.progress(document.resolved());
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("dry_run", true);
            values.putAll(plan(document));
            values.put("specification", tree(document.resolved()));
            console.result(new JobResult(name(), JobResult.Outcome.OK, values, List.of(), 0));
            return ExitCode.OK.code();
        }
        Sessions.requireDedicated(pdm.session().getClass().getName(), name());
        JobContext context = new JobContext(pdm.session(), document, console.listener(), Clock.systemUTC());
        JobResult result = run(context, console);
        RunReport.write(context, result);
        return pdm.finished(result);
    }

    private static Object tree(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A resolved specification is no JSON.", e);
        }
    }
}
