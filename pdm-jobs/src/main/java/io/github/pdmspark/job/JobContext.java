package io.github.pdmspark.job;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.quality.QualityReport;
import io.github.pdmspark.quality.TableSummary;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.spec.SinksSpec;
import io.github.pdmspark.spec.SpecDocument;
import io.github.pdmspark.storage.FleetReader;
import io.github.pdmspark.storage.ModelPlace;
import io.github.pdmspark.time.TimeRange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** What every job has: a session, a specification, a clock, and somebody who listens. One context serves one job. */
public final class JobContext {

    private final SparkSession spark;
    private final SpecDocument document;
    private final JobListener listener;
    private final Clock clock;
    private final List<StepReport> steps = new ArrayList<>();
    private final List<Consumer<Results>> cells = new ArrayList<>();
    private Optional<QualityReport> latest = Optional.empty();
    private final long created = System.nanoTime();

    /** A context; the session stays the caller's. */
    public JobContext(SparkSession spark, SpecDocument document, JobListener listener, Clock clock) {
        this.spark = spark;
        this.document = document;
        this.listener = listener;
        this.clock = clock;
    }

    SparkSession spark() {
        return spark;
    }

    SpecDocument document() {
        return document;
    }

    /** The specification. */
    public JobSpec specification() {
        return document.spec();
    }

    Clock clock() {
        return clock;
    }

    List<StepReport> steps() {
        return steps;
    }

    Optional<SinksSpec> sinks() {
        return specification().sinks();
    }

    /** Adds cells to the page of the run. */
    void show(Consumer<Results> more) {
        cells.add(more);
    }

    /** What the page shows: the records that were read last, then what was added in its order. */
    List<Consumer<Results>> cells() {
        List<Consumer<Results>> all = new ArrayList<>();
        latest.ifPresent(quality -> all.add(results -> results.quality(quality)));
        all.addAll(cells);
        return all;
    }

    /** Runs a step, measures it and tells the listener; the map takes its counts. */
    <T> T step(String name, Function<Map<String, Object>, T> work) {
        listener.started(name);
        long began = System.nanoTime();
        Map<String, Object> counts = new LinkedHashMap<>();
        T result = work.apply(counts);
        StepReport report = new StepReport(name, JobResult.secondsSince(began), counts);
        steps.add(report);
        listener.finished(report);
        return result;
    }

    FleetHistory history() {
        return step("read", counts -> read(FleetReader.read(spark, specification()), counts));
    }

    FleetHistory history(TimeRange telemetry) {
        return step("read", counts -> {
            counts.put("telemetry_from", telemetry.start().toString());
            counts.put("telemetry_to", telemetry.end().toString());
            return read(FleetReader.read(spark, specification(), telemetry), counts);
        });
    }

    /** A saved model, of the version that is named or the latest one. */
    ModelBundle model(String path) {
        return step("load", counts -> {
            ModelPlace.Found found = ModelPlace.of(spark, path).find();
            ModelBundle bundle = ModelBundle.load(spark, found.folder());
            counts.put("model_id", bundle.modelId());
            found.version().ifPresent(version -> counts.put("model_version", version));
            return bundle;
        });
    }

    private FleetHistory read(FleetHistory history, Map<String, Object> counts) {
        latest = Optional.of(history.quality());
        for (TableSummary table : history.quality().tables()) {
            if (table.given()) {
                counts.put(table.table(), table.accepted());
            }
        }
        return history;
    }

    JobResult result(String command, JobResult.Outcome outcome, Map<String, Object> values) {
        return new JobResult(command, outcome, values, steps, JobResult.secondsSince(created));
    }
}
