package io.github.pdmspark.life;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.bundle.Provenance;
import io.github.pdmspark.imputation.FittedFeatures;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.model.LifeModel;
import io.github.pdmspark.model.LifeTrainer;
import io.github.pdmspark.model.LifeTrainingSet;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Trains a regression of the remaining life of one component: {@code LifeTraining.with(trainer).cappedAt(125).on(dataset)}.
 * Everything that is fitted sees the rows of that dataset only; give it training rows. Immutable.
 */
public final class LifeTraining {

    private static final int DEFAULT_PARTITIONS = 16;

    private final LifeTrainer trainer;
    private final OptionalDouble cap;
    private final Optional<String> component;
    private final int partitions;
    private final Clock clock;

    private LifeTraining(
            LifeTrainer trainer, OptionalDouble cap, Optional<String> component, int partitions, Clock clock) {
        this.trainer = trainer;
        this.cap = cap;
        this.component = component;
        this.partitions = partitions;
        this.clock = clock;
    }

    /** Training on the lives as they were seen. */
    public static LifeTraining with(LifeTrainer trainer) {
        return new LifeTraining(
                trainer, OptionalDouble.empty(), Optional.empty(), DEFAULT_PARTITIONS, Clock.systemUTC());
    }

    /**
     * The same on lives cut at {@code longest}, in units of the clock of the dataset: long before a failure nothing tells how
     * long. A life that is at least as long counts as exactly this long, seen to fail or not; predictions are cut too.
     */
    public LifeTraining cappedAt(double longest) {
        if (!(longest > 0) || Double.isInfinite(longest)) {
            throw new IllegalArgumentException("The cap must be above 0, not " + longest + ".");
        }
        return new LifeTraining(trainer, OptionalDouble.of(longest), component, partitions, clock);
    }

    /** The same for this component; not needed where there is one. */
    public LifeTraining ofComponent(String name) {
        return new LifeTraining(trainer, cap, Optional.of(name), partitions, clock);
    }

    /** The same in another number of partitions, 16 unless said; part of the recipe, as MLlib draws numbers per partition. */
    public LifeTraining partitions(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("Training needs 1 partition or more, not " + count + ".");
        }
        return new LifeTraining(trainer, cap, component, count, clock);
    }

    /** The same with another source of the time of creation. */
    public LifeTraining clock(Clock newClock) {
        return new LifeTraining(trainer, cap, component, partitions, newClock);
    }

    /**
     * Trains. One Spark job computes and counts the rows, one fits the imputation, the others are those of the trainer. The
     * rows are kept on the cluster meanwhile and released at the end.
     *
     * @throws io.github.pdmspark.error.TrainingException if there are no rows with a life, or all are censored
     * @throws IllegalArgumentException if there are several components and none was named
     */
    public LifeRegression on(LifeDataset data) {
        trainer.requireSession(data.rows().sparkSession());
        String name = component.orElseGet(() -> onlyComponent(data));
        try (KeptLives kept = KeptLives.keep(data, partitions)) {
            Dataset<Row> lives = lives(kept.rows(), data.indexOf(name));
            LifeCounts counts = LifeCounts.of(lives, name);
            counts.requireLives();
            Imputation imputation = FittedFeatures.fit(lives, data.features()).imputation();
            LifeModel model = trainer.train(new LifeTrainingSet(
                    imputation.apply(lives), imputation.outputs(), KeptLives.LIFE, KeptLives.CENSORED));
            Provenance provenance = counts.provenance(data, imputation, partitions, clock)
                    .of(trainer.algorithm(), trainer.parameters());
            return new LifeRegression(data.spec(), name, data.clock(), cap, imputation, model, provenance);
        }
    }

    private Dataset<Row> lives(Dataset<Row> kept, int index) {
        Dataset<Row> lives = KeptLives.ofComponent(kept, index);
        if (cap.isEmpty()) {
            return lives;
        }
        Column limit = lit(cap.getAsDouble());
        return lives.withColumn(
                        KeptLives.CENSORED,
                        col(KeptLives.CENSORED).and(col(KeptLives.LIFE).lt(limit)))
                .withColumn(KeptLives.LIFE, least(col(KeptLives.LIFE), limit));
    }

    private static String onlyComponent(LifeDataset data) {
        if (data.components().size() != 1) {
            throw new IllegalArgumentException("There are lives of " + data.components()
                    + ": a regression is for one of them. Name it with ofComponent(...).");
        }
        return data.components().get(0);
    }
}
