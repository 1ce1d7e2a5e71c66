package io.github.pdmspark.tuning;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.split.RollingOrigin;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.time.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Compares candidates by rolling-origin cross-validation on training rows: every candidate is trained in every fold on the past
 * and judged by what came next. Give it the origin of {@code split.train()}: it then reads neither a row nor a failure of the
 * test. Immutable.
 */
public final class Tuning {

    private final LabelledDataset dataset;
    private final List<TemporalSplit> folds;
    private final Objective objective;
    private final Consumer<TuningProgress> listener;

    private Tuning(
            LabelledDataset dataset,
            List<TemporalSplit> folds,
            Objective objective,
            Consumer<TuningProgress> listener) {
        this.dataset = dataset;
        this.folds = folds;
        this.objective = objective;
        this.listener = listener;
    }

    /** Tuning by so many folds of the origin, towards {@link Objective#averagePrecision}. */
    public static Tuning over(RollingOrigin origin, int folds) {
        return new Tuning(origin.dataset(), origin.folds(folds), Objective.averagePrecision(), progress -> {});
    }

    /**
     * The same by another objective.
     *
     * @throws IllegalArgumentException if it needs a calibration slice and the folds have none
     */
    public Tuning by(Objective newObjective) {
        if (newObjective instanceof Objective.EventCost
                && folds.get(0).calibrate().isEmpty()) {
            throw new IllegalArgumentException("The folds have no calibration slice, on which the "
                    + newObjective.title() + " needs to choose alarm policies. Use RollingOrigin.calibrating(...).");
        }
        return new Tuning(dataset, folds, newObjective, listener);
    }

    /** The same, telling {@code newListener} after every fit. */
    public Tuning reporting(Consumer<TuningProgress> newListener) {
        return new Tuning(dataset, folds, objective, newListener);
    }

    /**
     * Trains and judges every candidate in every fold. The rows are computed once and kept on the cluster meanwhile. A fold that
     * cannot train or judge gives a value with the reason, not an error.
     */
    public TuningReport compare(List<Candidate> candidates) {
        return keepingRows(() -> report(candidates));
    }

    /**
     * Like {@link #compare}, then trains the best candidate on all rows.
     *
     * @throws TrainingException if no candidate has a value
     */
    public TunedModel fit(List<Candidate> candidates) {
        return keepingRows(() -> {
            TuningReport report = report(candidates);
            report.best().mean().reason().ifPresent(Tuning::refuse);
            return new TunedModel(report.best().candidate().training().on(dataset), report);
        });
    }

    private <T> T keepingRows(Supplier<T> work) {
        Dataset<Row> rows = dataset.rows().persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return work.get();
        } finally {
            rows.unpersist();
        }
    }

    private TuningReport report(List<Candidate> candidates) {
        requireDifferentNames(candidates);
        return TuningReport.of(objective, candidates, results(candidates));
    }

    private List<List<FoldResult>> results(List<Candidate> candidates) {
        Instant knownUntil = knownUntil();
        List<FoldRun> runs = IntStream.range(0, folds.size())
                .mapToObj(i -> new FoldRun(i + 1, folds.get(i), knownUntil))
                .toList();
        int done = 0;
        List<List<FoldResult>> all = new ArrayList<>();
        for (Candidate candidate : candidates) {
            List<FoldResult> results = new ArrayList<>();
            for (FoldRun run : runs) {
                results.add(run.of(candidate, objective));
                done++;
                listener.accept(
                        new TuningProgress(done, candidates.size() * runs.size(), results.get(results.size() - 1)));
            }
            all.add(results);
        }
        return all;
    }

    /** The end of the last label: what happens from then on is unknown to the rows, and so to the verdict. */
    private Instant knownUntil() {
        Row last = dataset.rows().agg(max(unix_micros(col(Columns.AS_OF)))).head();
        if (last.isNullAt(0)) {
            throw new TrainingException(new Problem(
                    ErrorCondition.PDM_NO_USABLE_ROWS,
                    "There are no rows to tune on.",
                    "Choose times that the telemetry covers."));
        }
        return Micros.instant(last.getLong(0)).plus(dataset.lead()).plus(dataset.horizon());
    }

    private static void requireDifferentNames(List<Candidate> candidates) {
        long names = candidates.stream().map(Candidate::name).distinct().count();
        if (candidates.isEmpty() || names < candidates.size()) {
            throw new IllegalArgumentException("Tuning needs candidates with different names, but they are "
                    + candidates.stream().map(Candidate::name).toList() + ".");
        }
    }

    private static void refuse(String why) {
        throw new TrainingException(new Problem(
                ErrorCondition.PDM_NO_USABLE_ROWS,
                "No candidate has a value in all folds: " + why,
                "Cut later or choose longer folds, so that each of them has failures."));
    }
}
