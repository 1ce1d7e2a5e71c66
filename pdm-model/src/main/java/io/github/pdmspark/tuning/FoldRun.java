package io.github.pdmspark.tuning;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.evaluation.EventMetrics;
import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.evaluation.RowMetrics;
import io.github.pdmspark.evaluation.ScoreQuality;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.split.TemporalSplit;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Trains candidates on one fold and judges them by its test period.
 *
 * @param number of the fold, from 1
 * @param split the fold
 * @param knownUntil nothing that happened from then on may judge
 */
record FoldRun(int number, TemporalSplit split, Instant knownUntil) {

    FoldResult of(Candidate candidate, Objective objective) {
        try {
            ModelBundle bundle = candidate.training().on(split.train());
            if (objective instanceof Objective.EventCost cost) {
                return eventCost(candidate, bundle, cost);
            }
            return result(candidate, averagePrecision(bundle), Optional.empty());
        } catch (TrainingException e) {
            return result(candidate, Metric.undefined(reason(e)), Optional.empty());
        }
    }

    private static String reason(TrainingException refusal) {
        return refusal.problems().get(0).message();
    }

    private Metric averagePrecision(ModelBundle bundle) {
        LabelledDataset test = split.test();
        return withScores(
                bundle, test, scores -> mean(Evaluator.rows(scores, test).metrics()));
    }

    private static Metric mean(RowMetrics metrics) {
        OptionalDouble mean = metrics.components().stream()
                .map(quality -> quality.averagePrecision().value())
                .flatMapToDouble(OptionalDouble::stream)
                .average();
        return mean.isPresent()
                ? Metric.of(mean.getAsDouble())
                : metrics.components().stream()
                        .map(ScoreQuality::averagePrecision)
                        .findFirst()
                        .orElseThrow();
    }

    private FoldResult eventCost(Candidate candidate, ModelBundle bundle, Objective.EventCost objective) {
        LabelledDataset calibrate = split.calibrate().orElseThrow();
        Instant cut = split.times().test().start();
        Evaluator past = objective.evaluator().knowingUntil(cut);
        AlarmPolicy policy = withScores(
                        bundle, calibrate, scores -> objective.policies().tune(past.events(scores, calibrate)))
                .policy();
        Evaluator judge = objective.evaluator().knowingUntil(knownUntil);
        LabelledDataset test = split.test();
        EventMetrics events =
                withScores(bundle, test, scores -> judge.events(scores, test).judge(policy));
        return result(candidate, objective.policies().costs().of(events).perMachineYear(), Optional.of(policy));
    }

    private FoldResult result(Candidate candidate, Metric value, Optional<AlarmPolicy> policy) {
        return new FoldResult(candidate.name(), number, split.times().test(), value, policy);
    }

    /** Keeps the scores while they are read several times. */
    private static <T> T withScores(ModelBundle bundle, LabelledDataset slice, Function<Dataset<Row>, T> use) {
        Dataset<Row> scores =
                ScoringPipeline.of(bundle).scoreFeatures(slice.rows()).rows().persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return use.apply(scores);
        } finally {
            scores.unpersist();
        }
    }
}
