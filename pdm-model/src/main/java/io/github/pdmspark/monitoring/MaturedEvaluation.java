package io.github.pdmspark.monitoring;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.evaluation.Baselines;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.evaluation.RowEvaluation;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.label.LabelColumns;
import io.github.pdmspark.label.LabelStatus;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.model.ScoreStatus;
import io.github.pdmspark.model.Target;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Judges logged predictions once their answer can be known. A prediction for {@code asOf} matures at {@code asOf + lead +
 * horizon + report delay}; none counts before, failures no more than silence, as otherwise only the failures would be in early.
 * Immutable.
 */
public final class MaturedEvaluation {

    private static final String ACTUAL = "__pdm_actual";

    private final ModelBundle bundle;
    private final FailureLabel label;
    private final Duration reportDelay;

    private MaturedEvaluation(ModelBundle bundle, FailureLabel label, Duration reportDelay) {
        this.bundle = bundle;
        this.label = label;
        this.reportDelay = reportDelay;
    }

    /**
     * For the predictions of a model, labelled as its target says.
     *
     * @param reportDelay how long after a failure its record arrives at the latest
     */
    public static MaturedEvaluation of(ModelBundle bundle, Duration reportDelay) {
        if (reportDelay.isNegative()) {
            throw new IllegalArgumentException("A report delay is zero or longer, but it is " + reportDelay + ".");
        }
        Target target = bundle.target();
        FailureLabel label = FailureLabel.within(target.horizon()).lead(target.lead());
        return new MaturedEvaluation(bundle, label, reportDelay);
    }

    /**
     * The same with the blackout and the rule for replacements that the training labels had.
     *
     * @throws IllegalArgumentException if lead or horizon are not those of the model
     */
    public MaturedEvaluation labelled(FailureLabel trainedWith) {
        bundle.target().requireQuestion(trainedWith.lead(), trainedWith.horizon());
        return new MaturedEvaluation(bundle, trainedWith, reportDelay);
    }

    /** The latest time whose predictions are mature at {@code now}. */
    public Instant watermark(Instant now) {
        return now.minus(label.lead()).minus(label.horizon()).minus(reportDelay);
    }

    /**
     * The verdict on all mature predictions of the model by what is known at {@code now}. Runs four Spark jobs.
     *
     * @param log the log; the first prediction for each machine and time counts
     * @param history read at {@code now} or later; what became known later is left out
     * @throws IllegalStateException if the bundle has no alarm policy
     * @throws TrainingException if no prediction is mature
     */
    public MaturedReport evaluate(PredictionLog log, FleetHistory history, Instant now) {
        return evaluate(log, history, now, watermark(now));
    }

    /**
     * An earlier verdict again, on the same predictions, by what is known now: failures that arrived late or were corrected
     * change it. Runs four Spark jobs.
     */
    public Restatement restate(MaturedReport earlier, PredictionLog log, FleetHistory history, Instant now) {
        if (!earlier.modelId().equals(bundle.modelId()) || now.isBefore(earlier.knownAt())) {
            throw new IllegalArgumentException("The report is about model " + earlier.modelId() + " at "
                    + earlier.knownAt() + "; it cannot be stated again for model " + bundle.modelId() + " at " + now
                    + ".");
        }
        return new Restatement(earlier, evaluate(log, history, now, earlier.watermark()));
    }

    private MaturedReport evaluate(PredictionLog log, FleetHistory history, Instant now, Instant watermark) {
        AlarmPolicy policy = bundle.policy()
                .orElseThrow(() -> new IllegalStateException("Model " + bundle.modelId()
                        + " has no alarm policy. Keep the one in use with bundle.withPolicy(...)."));
        PredictionLog own = log.ofModel(bundle.modelId()).first();
        Column mature = col(Columns.AS_OF).leq(lit(watermark));
        Column asOf = unix_micros(col(Columns.AS_OF));
        Row counts = own.rows()
                .agg(
                        count(when(mature, lit(1))),
                        count(when(mature, null).otherwise(lit(1))),
                        min(when(mature, asOf)),
                        max(when(mature, asOf)))
                .head();
        if (counts.getLong(0) == 0) {
            throw nothingMature(counts.getLong(1), watermark);
        }
        Instant first = Micros.instant(counts.getLong(2));
        Instant last = Micros.instant(counts.getLong(3));
        TimeRange range = TimeRange.of(first, last.plus(bundle.spec().cadence().every()));
        return new MaturedReport(
                bundle.modelId(),
                now,
                watermark,
                counts.getLong(0),
                counts.getLong(1),
                first,
                last,
                verdict(own.between(range), history.knownBy(now), range, policy));
    }

    private TrainingException nothingMature(long waiting, Instant watermark) {
        return new TrainingException(new Problem(
                ErrorCondition.PDM_NO_USABLE_ROWS,
                "None of the " + waiting + " predictions of model " + bundle.modelId() + " is mature: only those up to "
                        + watermark + " would be.",
                "Wait until as_of + lead + horizon + report delay has passed, or name the model that made the log."));
    }

    private EvaluationReport verdict(PredictionLog log, FleetHistory known, TimeRange range, AlarmPolicy policy) {
        return Evaluator.report(events(log, known, range), policy, Baselines.withoutCalibration(), rows(log, known));
    }

    /** The events behind the verdict, such as for {@link VisitReview}. Lazy. */
    public EventEvaluation events(PredictionLog log, FleetHistory known, TimeRange range) {
        Target target = bundle.target();
        return Evaluator.of(known)
                .lead(target.lead())
                .matchWithin(target.horizon())
                .events(log.rows(), target.components(), bundle.spec().cadence().every(), range);
    }

    private RowEvaluation rows(PredictionLog log, FleetHistory known) {
        Column status = col(LabelColumns.LABEL_STATUS);
        Dataset<Row> labels = label.on(known, new ObservationGrid(bundle.spec().cadence()))
                .rows()
                .where(status.isin(LabelStatus.POSITIVE.name(), LabelStatus.NEGATIVE.name()))
                .select(
                        col(Columns.MACHINE_ID),
                        col(Columns.AS_OF),
                        coalesce(col(LabelColumns.LABEL), lit(Target.NONE)).as(ACTUAL));
        Column scored = col(ScoreColumns.STATUS).equalTo(ScoreStatus.SCORED.name());
        Dataset<Row> scores = log.rows()
                .select(
                        col(Columns.MACHINE_ID),
                        col(Columns.AS_OF),
                        when(scored, PredictionLog.classScores(log.numbers())).as(ScoreColumns.CLASS_SCORES));
        return RowEvaluation.of(
                scores.join(labels, new String[] {Columns.MACHINE_ID, Columns.AS_OF}, "left"),
                bundle.target().classes(),
                ACTUAL,
                ScoreColumns.CLASS_SCORES);
    }
}
