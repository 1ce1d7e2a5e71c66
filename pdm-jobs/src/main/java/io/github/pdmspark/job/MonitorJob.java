package io.github.pdmspark.job;

import static io.github.pdmspark.spec.JobSpec.require;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.job.JobResult.Outcome;
import io.github.pdmspark.monitoring.DriftMonitor;
import io.github.pdmspark.monitoring.DriftReport;
import io.github.pdmspark.monitoring.MaturedEvaluation;
import io.github.pdmspark.monitoring.MaturedReport;
import io.github.pdmspark.monitoring.PredictionLog;
import io.github.pdmspark.monitoring.SilentMachines;
import io.github.pdmspark.monitoring.UnseenNames;
import io.github.pdmspark.monitoring.VisitReview;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.spec.LabelSpec;
import io.github.pdmspark.spec.MonitoringSpec;
import io.github.pdmspark.spec.SinkSpec;
import io.github.pdmspark.spec.SourceSpec;
import io.github.pdmspark.storage.ModelPlace;
import io.github.pdmspark.storage.Sinks;
import io.github.pdmspark.storage.Sources;
import io.github.pdmspark.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Watches a model in use: what came of its predictions, what changed since training, who is silent, who is better. */
public final class MonitorJob {

    private static final String COMMAND = "monitor";
    private static final int MOST_NAMES = 20;

    private final JobContext context;
    private final MonitoringSpec spec;
    private final Instant now;
    private final Consumer<String> text;
    private final ModelBundle model;
    private final FleetHistory known;
    private final PredictionLog log;
    private final List<String> findings = new ArrayList<>();

    private MonitorJob(JobContext context, Instant now, Consumer<String> text) {
        this.context = context;
        this.now = now;
        this.text = text;
        JobSpec job = context.specification();
        this.spec = require(job.monitoring(), "monitoring", COMMAND);
        String path = require(job.model(), "model", COMMAND);
        SinkSpec sink = require(context.sinks().flatMap(sinks -> sinks.scores()), "sinks.scores", COMMAND);
        this.model = context.model(path);
        this.known = context.history().knownBy(now);
        Dataset<Row> scores = Sinks.open(context.spark(), sink).read();
        this.log = PredictionLog.of(
                scores.where(col(Columns.AS_OF).lt(lit(now))), model.target().components());
    }

    /**
     * Runs it.
     *
     * @param now nothing that became known later is used
     * @param text takes the reports as people read them
     */
    public static JobResult run(JobContext context, Instant now, Consumer<String> text) {
        return new MonitorJob(context, now, text).run();
    }

    private JobResult run() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model_id", model.modelId());
        values.put("now", now.toString());
        values.put("findings", findings);
        MaturedEvaluation matured = matured();
        Optional<MaturedReport> report = evaluated(matured);
        values.put("watermark", matured.watermark(now).toString());
        values.put("matured", report.map(MonitorJob::shown).orElse(Map.of("predictions", 0)));
        report.flatMap(verdict -> visits(matured, verdict)).ifPresent(visits -> values.put("visits", visits));
        values.put("drift", drift());
        values.put("silent_machines", silent());
        values.put("unseen", unseen());
        spec.challenger()
                .ifPresent(challenger -> values.put("challenger", compared(challenger, matured.watermark(now))));
        return context.result(COMMAND, findings.isEmpty() ? Outcome.OK : Outcome.FINDINGS, values);
    }

    private MaturedEvaluation matured() {
        MaturedEvaluation evaluation = MaturedEvaluation.of(model, spec.reportDelay());
        return context.specification()
                .label()
                .map(LabelSpec::label)
                .map(evaluation::labelled)
                .orElse(evaluation);
    }

    private Optional<MaturedReport> evaluated(MaturedEvaluation matured) {
        return context.step("matured", counts -> {
            Instant watermark = matured.watermark(now);
            boolean none = log.ofModel(model.modelId())
                    .rows()
                    .where(col(Columns.AS_OF).leq(lit(watermark)))
                    .isEmpty();
            if (none) {
                text.accept("No prediction of model " + model.modelId() + " is mature: only those up to " + watermark
                        + " would be.");
                return Optional.<MaturedReport>empty();
            }
            MaturedReport report = matured.evaluate(log, known, now);
            counts.put("predictions", report.mature());
            counts.put("waiting", report.waiting());
            text.accept(report.toString());
            context.show(results -> results.events(report.evaluation()));
            return Optional.of(report);
        });
    }

    private static Map<String, Object> shown(MaturedReport report) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("predictions", report.mature());
        shown.put("waiting", report.waiting());
        shown.put("first", report.first().toString());
        shown.put("last", report.last().toString());
        shown.put("report", JobResult.tree(report.evaluation().toJson()));
        return shown;
    }

    private Optional<Map<String, Object>> visits(MaturedEvaluation matured, MaturedReport report) {
        return spec.visits().map(source -> context.step("visits", counts -> reviewed(matured, report, source)));
    }

    private Map<String, Object> reviewed(MaturedEvaluation matured, MaturedReport report, SourceSpec source) {
        TimeRange range = TimeRange.of(
                report.first(), report.last().plus(model.spec().cadence().every()));
        PredictionLog own = log.ofModel(model.modelId()).first().between(range);
        VisitReview review = VisitReview.of(
                matured.events(own, known, range),
                model.policy().orElseThrow(),
                Sources.open(context.spark(), source),
                model.target().lead().plus(model.target().horizon()));
        text.accept(review.toString());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("confirmed", review.confirmed().toString());
        shown.put("followed_by_failure", review.followedByFailure().toString());
        shown.put("by_failures_alone", review.byFailuresAlone().toString());
        shown.put("prevented", review.prevented());
        return shown;
    }

    private Map<String, Object> drift() {
        return context.step("drift", counts -> {
            TimeRange latest = TimeRange.of(now.minus(spec.window()), now);
            DriftReport drift = DriftMonitor.of(model)
                    .check(FeaturePipeline.of(model.spec()).over(known, latest).rows());
            counts.put("rows", drift.rows());
            counts.put("flagged", drift.flagged().size());
            text.accept(drift.toString());
            context.show(results -> results.drift(drift));
            Map<String, String> flagged = new LinkedHashMap<>();
            drift.flagged()
                    .forEach(column ->
                            flagged.put(column.column(), column.verdict().name()));
            if (!flagged.isEmpty()) {
                findings.add("features drifted: " + flagged.size());
            }
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("rows", drift.rows());
            shown.put("columns", drift.columns().size());
            shown.put("flagged", flagged);
            shown.put("undecided", drift.undecided().size());
            return shown;
        });
    }

    private Map<String, Object> silent() {
        return context.step("silent", counts -> {
            Dataset<Row> silent = SilentMachines.of(known, now, spec.silentAfter());
            long count = silent.count();
            counts.put("machines", count);
            List<String> names = silent
                    .orderBy(col(SilentMachines.HOURS_SILENT).desc_nulls_first(), col(Columns.MACHINE_ID))
                    .limit(MOST_NAMES)
                    .collectAsList()
                    .stream()
                    .map(row -> row.getString(0))
                    .toList();
            if (count > 0) {
                text.accept(count + " machines sent nothing for longer than " + spec.silentAfter() + ", such as "
                        + names.get(0) + ".");
                findings.add("machines silent: " + count);
            }
            return Map.of("count", count, "longest", names);
        });
    }

    private Map<String, Object> unseen() {
        UnseenNames unseen = UnseenNames.of(model, known);
        if (!unseen.isEmpty()) {
            findings.add("names that the model does not know");
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("categories", unseen.categories());
        shown.put("error_codes", unseen.errorCodes());
        shown.put("components", unseen.components());
        return shown;
    }

    private Map<String, Object> compared(MonitoringSpec.Challenger given, Instant watermark) {
        return context.step("challenger", counts -> {
            ModelBundle challenger = ModelBundle.load(
                    context.spark(),
                    ModelPlace.of(context.spark(), given.model()).find().folder());
            Challenge challenge = Challenge.of(model, challenger, log, watermark);
            Map<String, Object> shown = challenge.judged(known, given.costs(), text);
            if ("CHALLENGER".equals(shown.get("verdict"))) {
                findings.add("the challenger costs less");
            }
            return shown;
        });
    }
}
