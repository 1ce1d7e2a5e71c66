package io.github.pdmspark.training;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.bundle.Preparation;
import io.github.pdmspark.bundle.Provenance;
import io.github.pdmspark.bundle.TrainedOn;
import io.github.pdmspark.bundle.Versions;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.distribution.Distributions;
import io.github.pdmspark.imputation.FittedFeatures;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Target;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Trains a model on the training slice of a dataset: {@code Training.with(trainer).on(split.train())}. Everything that is
 * fitted sees the usable rows of that slice only. Immutable.
 */
public final class Training {

    private static final int DEFAULT_PARTITIONS = 16;

    private final Trainer trainer;
    private final ClassWeights weights;
    private final Downsampling sampling;
    private final int partitions;
    private final Clock clock;
    private final List<String> origin;

    private Training(
            Trainer trainer,
            ClassWeights weights,
            Downsampling sampling,
            int partitions,
            Clock clock,
            List<String> origin) {
        this.trainer = trainer;
        this.weights = weights;
        this.sampling = sampling;
        this.partitions = partitions;
        this.clock = clock;
        this.origin = origin;
    }

    /** Training on all usable rows, each with weight 1. */
    public static Training with(Trainer trainer) {
        return new Training(
                trainer, new ClassWeights.Equal(), Downsampling.NONE, DEFAULT_PARTITIONS, Clock.systemUTC(), List.of());
    }

    /**
     * The same with weights that make all classes count alike, {@code rows / (classes * rows of the class)}. Scores then lean
     * towards failures; they are not corrected for it, but the weights are in the provenance.
     */
    public Training balanced() {
        return new Training(trainer, new ClassWeights.Balanced(), sampling, partitions, clock, origin);
    }

    /** The same with these weights by class ({@code none} or a component); classes that are not named weigh 1. */
    public Training classWeights(Map<String, Double> newWeights) {
        return new Training(trainer, new ClassWeights.Given(newWeights), sampling, partitions, clock, origin);
    }

    /**
     * The same with a share of the rows without failure, chosen by a hash of machine and time. Scoring undoes the changed odds:
     * the odds of none grow by {@code 1 / share}, which for two classes is {@code p = b s / (b s - s + 1)}.
     */
    public Training negativesKept(double share, long seed) {
        return new Training(trainer, weights, new Downsampling(share, seed), partitions, clock, origin);
    }

    /** The same in another number of partitions, 16 unless said; part of the recipe, as MLlib draws numbers per partition. */
    public Training partitions(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("Training needs 1 partition or more, not " + count + ".");
        }
        return new Training(trainer, weights, sampling, count, clock, origin);
    }

    /** The same with another source of the time of creation. */
    public Training clock(Clock newClock) {
        return new Training(trainer, weights, sampling, partitions, newClock, origin);
    }

    /** The same with a parent in the provenance. */
    Training retraining(String parentModelId) {
        return new Training(
                trainer, weights, sampling, partitions, clock, List.of(Provenance.parentNote(parentModelId)));
    }

    /**
     * Trains. One Spark job computes the rows and counts them, one looks at their range, one fits the imputation and
     * measures what is usual, two see how the features are distributed, the others are those of the trainer. The rows are kept on the cluster meanwhile and released at the end.
     *
     * @throws io.github.pdmspark.error.TrainingException if no row is usable, or all are of one class
     */
    public ModelBundle on(LabelledDataset data) {
        trainer.requireSession(data.rows().sparkSession());
        Target target = new Target(data.components(), data.lead(), data.horizon());
        requireKnown(target.classes());
        try (TrainingRows rows = TrainingRows.keep(data, target.classes(), sampling, partitions)) {
            SliceCounts counts = SliceCounts.of(rows, target.classes());
            counts.requireTwoClasses(target);
            FittedFeatures fitted = FittedFeatures.fit(rows.training(), data.features());
            Imputation imputation = fitted.imputation();
            Map<String, Double> used = weights.of(counts.byClass());
            TrainingSet set = trainingSet(imputation.apply(rows.training()), imputation, target, used);
            Model model = trainer.train(set);
            Provenance provenance = provenance(data, counts.trainedOn(rows), used, imputation.notes());
            return ModelBundle.of(data.spec(), target, imputation, model, provenance)
                    .withUsualValues(fitted.usual())
                    .withDistributions(Distributions.fit(rows.usable(), data.features(), counts.usable()));
        }
    }

    private void requireKnown(List<String> classes) {
        if (weights instanceof ClassWeights.Given given) {
            given.weights().keySet().stream()
                    .filter(name -> !classes.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException(
                                "There is a weight for class '" + name + "', but the classes are " + classes + ".");
                    });
        }
    }

    private static TrainingSet trainingSet(
            Dataset<Row> rows, Imputation imputation, Target target, Map<String, Double> weights) {
        Column weight = lit(1.0);
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            int label = target.classes().indexOf(entry.getKey());
            weight = when(col(TrainingRows.LABEL).equalTo(label), entry.getValue())
                    .otherwise(weight);
        }
        return new TrainingSet(
                rows.withColumn(TrainingRows.WEIGHT, weight),
                imputation.outputs(),
                target.classes(),
                TrainingRows.LABEL,
                TrainingRows.WEIGHT);
    }

    private Provenance provenance(
            LabelledDataset data, TrainedOn trainedOn, Map<String, Double> used, List<String> notes) {
        return new Provenance(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                trainedOn,
                new Preparation(sampling.kept(), sampling.seed(), used, partitions),
                trainer.algorithm(),
                trainer.parameters(),
                data.spec().fingerprint(),
                Versions.current(data.rows().sparkSession()),
                Stream.concat(origin.stream(), notes.stream()).toList());
    }
}
