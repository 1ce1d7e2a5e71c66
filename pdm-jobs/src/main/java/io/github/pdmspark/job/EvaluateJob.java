package io.github.pdmspark.job;

import static io.github.pdmspark.spec.JobSpec.require;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.job.JobResult.Outcome;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.spec.EvaluationSpec;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.spec.LabelSpec;
import io.github.pdmspark.storage.ModelPlace;
import io.github.pdmspark.time.TimeRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Judges a saved model on a range by what really happened in it. */
public final class EvaluateJob {

    private static final String COMMAND = "evaluate";

    private EvaluateJob() {}

    /**
     * Runs it.
     *
     * @param text takes the report as people read it
     */
    public static JobResult run(JobContext context, TimeRange range, Consumer<String> text) {
        JobSpec spec = context.specification();
        LabelSpec label = require(spec.label(), "label", COMMAND);
        EvaluationSpec evaluation = require(spec.evaluation(), "evaluation", COMMAND);
        String path = require(spec.model(), "model", COMMAND);
        ModelBundle model = context.model(path);
        FleetHistory history = context.history();
        EvaluationReport report;
        try (Work work =
                Work.beside(context, ModelPlace.of(context.spark(), path).root())) {
            LabelledDataset rows = work.dataset(history, FeaturePipeline.of(model.spec()), label)
                    .between(range);
            report = context.step(
                    COMMAND, counts -> evaluation.evaluator(history).evaluate(model, rows));
        }
        text.accept(report.toString());
        context.show(results -> results.events(report).rows(report.rows()));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model_id", model.modelId());
        values.put("from", range.start().toString());
        values.put("to", range.end().toString());
        values.put("report", JobResult.tree(report.toJson()));
        return context.result(COMMAND, Outcome.OK, values);
    }
}
