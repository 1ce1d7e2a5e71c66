package io.github.pdmspark.job;

import static io.github.pdmspark.spec.JobSpec.require;

import io.github.pdmspark.job.JobResult.Outcome;
import io.github.pdmspark.publication.PublishedTable;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.spec.ScoringSpec;
import io.github.pdmspark.storage.Sinks;
import io.github.pdmspark.stream.Arrivals;
import io.github.pdmspark.stream.TouchedScoring;
import io.github.pdmspark.stream.TouchedScoring.Rescored;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.streaming.StreamingQueryException;

/** Scores what the records that arrived since the last time touch, and nothing else. */
public final class FollowJob {

    private static final String COMMAND = "score";

    private FollowJob() {}

    /**
     * Runs it.
     *
     * @param range earlier times are left as they are, later readings are not read
     * @param checkpoint folder that says what was followed
     */
    public static JobResult run(JobContext context, TimeRange range, String checkpoint) {
        JobSpec spec = context.specification();
        String path = require(spec.model(), "model", COMMAND);
        PublishedTable table = Sinks.open(
                context.spark(), require(context.sinks().flatMap(sinks -> sinks.scores()), "sinks.scores", COMMAND));
        ScoringPipeline scorer = context.step("load", counts -> ScoringPipeline.load(context.spark(), path))
                .clock(context.clock())
                .runId("follow-" + context.clock().millis());
        TouchedScoring usual = TouchedScoring.of(scorer, context::history, table, range);
        Duration lookBack = spec.scoring().flatMap(ScoringSpec::lookBack).orElse(usual.lookBack());
        TouchedScoring scoring =
                new TouchedScoring(scorer, context::history, table, range.start(), range.end(), lookBack);
        List<Rescored> batches = context.step("follow", counts -> {
            List<Rescored> done = followed(context, scoring, checkpoint);
            counts.put("touched", done.stream().mapToLong(Rescored::touched).sum());
            return done;
        });
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model_id", scorer.modelId());
        values.put("from", range.start().toString());
        values.put("batches", batches.size());
        values.put("touched", batches.stream().mapToLong(Rescored::touched).sum());
        return context.result(COMMAND, Outcome.OK, values);
    }

    private static List<Rescored> followed(JobContext context, TouchedScoring scoring, String checkpoint) {
        try {
            return scoring.runAvailable(
                    Arrivals.of(context.spark(), context.specification().sources()), checkpoint);
        } catch (StreamingQueryException | TimeoutException e) {
            throw new IllegalStateException("Following new records failed: " + e.getMessage(), e);
        }
    }
}
