package io.github.pdmspark.job;

import static io.github.pdmspark.spec.JobSpec.require;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.calibration.CalibrationMethod;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SpecException;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.evaluation.TunedAlarm;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.job.JobResult.Outcome;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.spec.EvaluationSpec;
import io.github.pdmspark.spec.FeaturesSpec;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.spec.JobSpec.CalibrationSpec;
import io.github.pdmspark.spec.LabelSpec;
import io.github.pdmspark.spec.PolicySpec;
import io.github.pdmspark.spec.PreparationSpec;
import io.github.pdmspark.spec.SplitSpec;
import io.github.pdmspark.spec.TrainerSpec;
import io.github.pdmspark.split.SplitReport;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.storage.ModelPlace;
import io.github.pdmspark.training.Calibrator;
import io.github.pdmspark.training.Training;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Trains a model, calibrates it, chooses its alarm policy and saves the bundle as the next version of its place. */
public final class TrainJob {

    private static final String COMMAND = "train";

    private final JobContext context;
    private final JobSpec spec;

    private TrainJob(JobContext context) {
        this.context = context;
        this.spec = context.specification();
    }

    /** Runs it. Needs a session in which MLlib runs. */
    public static JobResult run(JobContext context) {
        return new TrainJob(context).run();
    }

    private JobResult run() {
        FeaturesSpec features = require(spec.features(), "features", COMMAND);
        LabelSpec label = require(spec.label(), "label", COMMAND);
        SplitSpec times = require(spec.split(), "split", COMMAND);
        TrainerSpec trainer = require(spec.trainer(), "trainer", COMMAND);
        String path = require(spec.model(), "model", COMMAND);
        requireCalibrationSlice(times);
        trainer.trainer().requireSession(context.spark());
        ModelPlace place = ModelPlace.of(context.spark(), path);
        place.requireSavable();
        FleetHistory history = context.history();
        try (Work work = Work.beside(context, place.root())) {
            LabelledDataset dataset = work.dataset(history, features.pipeline(), label);
            TemporalSplit split = times.of(dataset);
            SplitReport slices = split.report();
            context.show(results -> results.split(slices));
            ModelBundle model = trained(trainer.trainer(), split);
            model = calibrated(model, split);
            ModelBundle chosen = withPolicy(model, history, split, work);
            ModelPlace.Found saved = context.step("save", counts -> place.save(chosen));
            Map<String, Double> importances = chosen.model().importances();
            if (!importances.isEmpty()) {
                context.show(results -> results.importances(importances));
            }
            return result(chosen, place.root(), saved);
        }
    }

    private void requireCalibrationSlice(SplitSpec times) {
        boolean needed = spec.calibration().isPresent()
                || spec.policy().filter(PolicySpec.Tuned.class::isInstance).isPresent();
        if (needed && times.calibrateUntil().isEmpty()) {
            throw new SpecException(
                    new Problem(
                            ErrorCondition.PDM_SPEC_MISSING_KEY,
                            "'split.calibrate_until' is missing: a calibration and a tuned policy are fitted on rows after training.",
                            "add it between train_until and test_from, or leave calibration out and write policy: {kind: fixed, ...}."));
        }
    }

    private ModelBundle trained(Trainer trainer, TemporalSplit split) {
        return context.step("train", counts -> {
            Training training = Training.with(trainer);
            Optional<PreparationSpec> preparation = spec.preparation();
            if (preparation.isPresent()) {
                PreparationSpec rows = preparation.get();
                training = rows.negativesKept() < 1
                        ? training.negativesKept(rows.negativesKept(), rows.negativesSeed())
                        : training;
                training = rows.balanced() ? training.balanced() : training;
            }
            ModelBundle model = training.on(split.train());
            counts.put("model_id", model.modelId());
            counts.put("rows", model.provenance().trainedOn().rowsByClass());
            return model;
        });
    }

    private ModelBundle calibrated(ModelBundle model, TemporalSplit split) {
        if (spec.calibration().isEmpty()) {
            return model;
        }
        CalibrationMethod method = spec.calibration().get() == CalibrationSpec.PLATT
                ? CalibrationMethod.PLATT
                : CalibrationMethod.ISOTONIC;
        return context.step("calibrate", counts -> Calibrator.with(method).on(model, slice(split)));
    }

    private ModelBundle withPolicy(ModelBundle model, FleetHistory history, TemporalSplit split, Work work) {
        if (spec.policy().isEmpty()) {
            return model;
        }
        if (spec.policy().get() instanceof PolicySpec.Fixed fixed) {
            return model.withPolicy(fixed.policy());
        }
        PolicySpec.Tuned tuned = (PolicySpec.Tuned) spec.policy().get();
        EvaluationSpec evaluation = require(spec.evaluation(), "evaluation", COMMAND);
        return context.step("policy", counts -> {
            LabelledDataset slice = slice(split);
            ScoringPipeline.of(model).scoreFeatures(slice.rows()).rows().write().parquet(work.path("calibration"));
            Dataset<Row> scores = context.spark().read().parquet(work.path("calibration"));
            EventEvaluation events = evaluation.evaluator(history).events(scores, slice);
            TunedAlarm alarm = tuned.tuning().tune(events);
            counts.put("threshold", alarm.policy().threshold());
            return model.withPolicy(alarm.policy());
        });
    }

    private static LabelledDataset slice(TemporalSplit split) {
        return split.calibrate().orElseThrow();
    }

    private JobResult result(ModelBundle model, String path, ModelPlace.Found saved) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model", path);
        saved.version().ifPresent(version -> values.put("model_version", version));
        values.put("model_id", model.modelId());
        values.put("algorithm", model.provenance().algorithm());
        values.put("rows_by_class", model.provenance().trainedOn().rowsByClass());
        values.put("machines", model.provenance().trainedOn().machines());
        values.put("features", model.spec().featureNames().size());
        values.put("calibrated", model.calibration().isPresent());
        model.policy().ifPresent(policy -> values.put("threshold", policy.threshold()));
        values.put("notes", model.provenance().notes());
        return context.result(COMMAND, Outcome.OK, values);
    }
}
