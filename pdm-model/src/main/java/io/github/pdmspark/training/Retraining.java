package io.github.pdmspark.training;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.bundle.Preparation;
import io.github.pdmspark.bundle.Provenance;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.WindowAggregates;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.NamedTrainers;
import io.github.pdmspark.model.Target;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.time.TimeRange;
import java.time.Clock;
import java.time.Duration;

/**
 * The same training on newer data: features, target, settings of the trainer, down-sampling, weights and partitions are those
 * in the provenance of a bundle. Immutable.
 *
 * <p>Calibration and alarm policy are not carried over; they belong to the scores of the old model and must be fitted anew.
 */
public final class Retraining {

    private final ModelBundle parent;
    private final Trainer trainer;
    private final FailureLabel label;
    private final WindowAggregates aggregates;
    private final Clock clock;

    private Retraining(
            ModelBundle parent, Trainer trainer, FailureLabel label, WindowAggregates aggregates, Clock clock) {
        this.parent = parent;
        this.trainer = trainer;
        this.label = label;
        this.aggregates = aggregates;
        this.clock = clock;
    }

    /**
     * Retraining of a model that one of the named trainers made.
     *
     * @throws IllegalArgumentException if another one made it
     */
    public static Retraining of(ModelBundle parent) {
        Provenance provenance = parent.provenance();
        return of(
                parent,
                NamedTrainers.of(provenance.algorithm(), provenance.parameters())
                        .orElseThrow(
                                () -> new IllegalArgumentException("Model " + parent.modelId() + " was trained by '"
                                        + provenance.algorithm() + "' with " + provenance.parameters()
                                        + ", which cannot be built from its settings. Give the trainer: Retraining.of(bundle,"
                                        + " trainer).")));
    }

    /**
     * Retraining with a trainer of one's own.
     *
     * @throws IllegalArgumentException if its algorithm or settings are not those of the model
     */
    public static Retraining of(ModelBundle parent, Trainer trainer) {
        Provenance provenance = parent.provenance();
        if (!trainer.algorithm().equals(provenance.algorithm())
                || !trainer.parameters().equals(provenance.parameters())) {
            throw new IllegalArgumentException(
                    "Model " + parent.modelId() + " was trained by '" + provenance.algorithm()
                            + "' with " + provenance.parameters() + ", not by '" + trainer.algorithm() + "' with "
                            + trainer.parameters() + ". Use Training.with(trainer) to change the recipe.");
        }
        Target target = parent.target();
        FailureLabel label = FailureLabel.within(target.horizon()).lead(target.lead());
        return new Retraining(parent, trainer, label, WindowAggregates.none(), Clock.systemUTC());
    }

    /**
     * The same with the blackout and the rule for replacements that the labels had; a bundle does not hold these two.
     *
     * @throws IllegalArgumentException if lead or horizon are not those of the model
     */
    public Retraining labelled(FailureLabel trainedWith) {
        parent.target().requireQuestion(trainedWith.lead(), trainedWith.horizon());
        return new Retraining(parent, trainer, trainedWith, aggregates, clock);
    }

    /** The same with the statistics of one's own that the features of the bundle refer to. */
    public Retraining aggregates(WindowAggregates registered) {
        return new Retraining(parent, trainer, label, registered, clock);
    }

    /** The same with another source of the time of creation. */
    public Retraining clock(Clock newClock) {
        return new Retraining(parent, trainer, label, aggregates, newClock);
    }

    /**
     * Trains on the rows whose label interval lies in the range: {@code start <= as_of} and {@code as_of + lead + horizon <=
     * end}. The provenance of the result names the parent. Runs the Spark jobs of {@link Training#on}.
     *
     * @throws io.github.pdmspark.error.SchemaException if the history lacks what the features need
     * @throws io.github.pdmspark.error.TrainingException if no row of the range is usable, or all are of one class
     */
    public ModelBundle on(FleetHistory history, TimeRange range) {
        Target target = parent.target();
        Duration reach = target.lead().plus(target.horizon());
        TimeRange rows = range.isUnbounded()
                ? range
                : TimeRange.of(range.start(), range.end().minus(reach).plusNanos(1_000));
        LabelledDataset data = LabelledDataset.of(history, FeaturePipeline.of(parent.spec(), aggregates), label)
                .between(rows);
        Preparation recipe = parent.provenance().preparation();
        return Training.with(trainer)
                .classWeights(recipe.classWeights())
                .negativesKept(recipe.negativesKept(), recipe.negativesSeed())
                .partitions(recipe.partitions())
                .clock(clock)
                .retraining(parent.modelId())
                .on(data);
    }
}
