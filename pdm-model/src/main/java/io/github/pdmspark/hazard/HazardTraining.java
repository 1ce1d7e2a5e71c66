package io.github.pdmspark.hazard;

import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.imputation.FittedFeatures;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.life.KeptLives;
import io.github.pdmspark.life.LifeCounts;
import io.github.pdmspark.life.LifeDataset;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Target;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Trains cause-specific hazards in discrete time with any classifier. Every row of the dataset asks, for each period after
 * it: will the component fail in it, given that it is alive when the period begins and what was known at {@code as_of}?
 *
 * <ul>
 *   <li>rows: one per row of the dataset, component and period at risk (person-periods: Allison 1982; of rows at many times
 *       stacked, as in the landmark models of van Houwelingen 2007);
 *   <li>hazard {@code h_j = P(end_{j-1} <= T < end_j | T >= end_{j-1}, x)}, by component on its own: other components that
 *       fail or are replaced do not end its life;
 *   <li>survival {@code S(end_j) = prod over i <= j of (1 - h_i)}, {@code P(fails within end_j) = 1 - S(end_j)};
 *   <li>censoring: 0 for periods that were observed to their end, no row for the one in which observation ended;
 *   <li>delayed entry: rows begin with observation; age is a feature and no row speaks of the time before;
 *   <li>repairs: each begins a new life, features say how long ago;
 *   <li>usage: with {@link LifeDataset#byUsage} periods are units of a counter.
 * </ul>
 *
 * Immutable.
 */
public final class HazardTraining {

    private static final int DEFAULT_PARTITIONS = 16;

    private final Trainer trainer;
    private final PersonPeriods periods;
    private final List<String> components;
    private final int partitions;
    private final Clock clock;

    private HazardTraining(
            Trainer trainer, PersonPeriods periods, List<String> components, int partitions, Clock clock) {
        this.trainer = trainer;
        this.periods = periods;
        this.components = List.copyOf(components);
        this.partitions = partitions;
        this.clock = clock;
    }

    /** Hazards of all components in these periods; {@link PeriodCoding#START} tells which period a row is about. */
    public static HazardTraining with(Trainer trainer, Periods periods) {
        return new HazardTraining(
                trainer,
                new PersonPeriods(periods, PeriodCoding.START),
                List.of(),
                DEFAULT_PARTITIONS,
                Clock.systemUTC());
    }

    /** The same with another coding of the periods. */
    public HazardTraining coding(PeriodCoding coding) {
        return new HazardTraining(trainer, new PersonPeriods(periods.periods(), coding), components, partitions, clock);
    }

    /** The same for these components only. */
    public HazardTraining ofComponents(String... names) {
        return new HazardTraining(trainer, periods, List.of(names), partitions, clock);
    }

    /** The same in another number of partitions, 16 unless said; part of the recipe, as MLlib draws numbers per partition. */
    public HazardTraining partitions(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("Training needs 1 partition or more, not " + count + ".");
        }
        return new HazardTraining(trainer, periods, components, count, clock);
    }

    /** The same with another source of the time of creation. */
    public HazardTraining clock(Clock newClock) {
        return new HazardTraining(trainer, periods, components, partitions, newClock);
    }

    /**
     * Trains. One Spark job per component counts lives, one fits the imputation, the others are those of the trainer. The rows
     * are kept on the cluster meanwhile and released at the end.
     *
     * @throws TrainingException naming every component without lives, or of which no failure was seen
     * @throws IllegalArgumentException if the periods have another unit than the clock of the dataset
     */
    public HazardModel on(LifeDataset data) {
        trainer.requireSession(data.rows().sparkSession());
        requireFit(data);
        List<String> names = components.isEmpty() ? data.components() : components;
        try (KeptLives kept = KeptLives.keep(data, partitions)) {
            List<LifeCounts> counts = counts(kept, data, names);
            Imputation imputation =
                    FittedFeatures.fit(kept.rows(), data.features()).imputation();
            List<ComponentHazard> hazards = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                Dataset<Row> lives = KeptLives.ofComponent(kept.rows(), data.indexOf(names.get(i)));
                Model model = trainer.train(trainingSet(imputation, lives, names.get(i)));
                hazards.add(new ComponentHazard(
                        names.get(i),
                        model,
                        counts.get(i)
                                .provenance(data, imputation, partitions, clock)
                                .of(trainer.algorithm(), trainer.parameters()),
                        CurveCalibration.NONE));
            }
            return new HazardModel(data.spec(), data.clock(), periods, imputation, hazards);
        }
    }

    private void requireFit(LifeDataset data) {
        if (!periods.periods().unit().equals(data.clock().unit())) {
            throw new IllegalArgumentException("The periods are in "
                    + periods.periods().unit()
                    + ", but the lives of the dataset in " + data.clock().unit()
                    + ". Use Periods.ending(...) for hours and Periods.ofUsage(...) for a counter.");
        }
        periods.columns().stream().filter(data.features()::contains).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("Feature '" + name
                    + "' has the name of a column that tells the period. Rename the column that it is made of.");
        });
    }

    private static List<LifeCounts> counts(KeptLives kept, LifeDataset data, List<String> names) {
        List<LifeCounts> counts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            LifeCounts found = LifeCounts.of(KeptLives.ofComponent(kept.rows(), data.indexOf(name)), name);
            problems.addAll(found.problems());
            counts.add(found);
        }
        if (!problems.isEmpty()) {
            throw new TrainingException(problems);
        }
        return counts;
    }

    private TrainingSet trainingSet(Imputation imputation, Dataset<Row> lives, String component) {
        Dataset<Row> rows = periods.labelled(imputation.apply(lives)).withColumn(HazardModel.WEIGHT, lit(1.0));
        List<String> features = Stream.concat(imputation.outputs().stream(), periods.columns().stream())
                .toList();
        return new TrainingSet(
                rows, features, List.of(Target.NONE, component), PersonPeriods.LABEL, HazardModel.WEIGHT);
    }
}
