package io.github.pdmspark.job;

import static io.github.pdmspark.spec.JobSpec.require;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.job.JobResult.Outcome;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.publication.Batch;
import io.github.pdmspark.publication.Publication;
import io.github.pdmspark.publication.PublishedTable;
import io.github.pdmspark.spec.FeaturesSpec;
import io.github.pdmspark.spec.SinkSpec;
import io.github.pdmspark.storage.Sinks;
import io.github.pdmspark.time.TimeRange;
import java.util.LinkedHashMap;
import java.util.Map;

/** Computes the features of a range and publishes them. */
public final class FeaturesJob {

    private static final String COMMAND = "features";

    private FeaturesJob() {}

    /** Runs it; the rows of the range in the sink are replaced. */
    public static JobResult run(JobContext context, TimeRange range) {
        FeaturesSpec features = require(context.specification().features(), COMMAND, COMMAND);
        SinkSpec sink = require(context.sinks().flatMap(sinks -> sinks.features()), "sinks.features", COMMAND);
        PublishedTable table = Sinks.open(context.spark(), sink);
        FeaturePipeline pipeline = features.pipeline();
        FleetHistory history = context.history();
        FeatureSpec spec = pipeline.resolve(history);
        FeatureTable rows = pipeline.over(history, range);
        Publication done = context.step("publish", counts -> {
            String id = "features " + range + " " + context.clock().instant();
            Publication publication =
                    table.publish(new Batch(id, spec.fingerprint(), range, spec.fingerprint()), rows.rows());
            counts.put("rows", publication.rows());
            return publication;
        });
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("from", range.start().toString());
        values.put("to", range.end().toString());
        values.put("rows", done.rows());
        values.put("version", done.version());
        values.put("features", spec.featureNames().size());
        values.put("feature_fingerprint", spec.fingerprint());
        return context.result(COMMAND, Outcome.OK, values);
    }
}
