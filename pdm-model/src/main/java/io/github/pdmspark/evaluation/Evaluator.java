package io.github.pdmspark.evaluation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.dataset.RowStatus;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.model.Target;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judges scores by what really happened: takes a history and how alarms are matched with its failures. Immutable. */
public final class Evaluator {

    private static final String LABEL = "label";

    private final FleetHistory history;
    private final Optional<Duration> within;
    private final Duration lead;
    private final FailureScope scope;
    private final Optional<Instant> until;

    private Evaluator(
            FleetHistory history,
            Optional<Duration> within,
            Duration lead,
            FailureScope scope,
            Optional<Instant> until) {
        this.history = history;
        this.within = within;
        this.lead = lead;
        this.scope = scope;
        this.until = until;
    }

    /** Judges by the failures of {@code history}; say next how alarms are matched with them. */
    public static Evaluator of(FleetHistory history) {
        return new Evaluator(history, Optional.empty(), Duration.ZERO, FailureScope.IN_RANGE, Optional.empty());
    }

    /** An alarm warns of a failure when it starts less than {@code duration}, and at least the lead, before it. */
    public Evaluator matchWithin(Duration duration) {
        return new Evaluator(history, Optional.of(duration), lead, scope, until);
    }

    /** An alarm that starts less than {@code newLead} before the failure is too late; the whole window moves with it. */
    public Evaluator lead(Duration newLead) {
        return new Evaluator(history, within, newLead, scope, until);
    }

    /** The same, counting other failures. */
    public Evaluator counting(FailureScope failureScope) {
        return new Evaluator(history, within, lead, failureScope, until);
    }

    /**
     * The same with nothing that happened from {@code time} on: observation ends there. Keeps what is chosen by the verdict from
     * seeing failures of a later test.
     */
    public Evaluator knowingUntil(Instant time) {
        return new Evaluator(history, within, lead, scope, Optional.of(time));
    }

    /**
     * The event evaluation of a score table.
     *
     * @param scores machine_id, as_of, status and one column {@code score_<component>} or {@code probability_<component>}
     * @param components the scored components
     * @param every distance of two observation times
     * @param range the scores and failures that count
     * @throws IllegalStateException without {@link #matchWithin}
     */
    public EventEvaluation events(Dataset<Row> scores, List<String> components, Duration every, TimeRange range) {
        MatchWindow window = new MatchWindow(
                lead,
                within.orElseThrow(
                        () -> new IllegalStateException(
                                "How alarms are matched with failures is not set. Call matchWithin(Duration.ofDays(7)) or similar first.")));
        return EventEvaluation.builder()
                .scores(scores)
                .components(components)
                .every(every)
                .during(range)
                .failures(known(history.failures()))
                .maintenance(known(history.maintenance()))
                .errors(known(history.errors()))
                .endOfObservation(ends())
                .matching(window)
                .counting(scope)
                .build();
    }

    /**
     * Scores a slice with a model and judges it under the policy of the bundle, beside the baselines that need no
     * calibration. Runs about six Spark jobs, each of which scores the slice again: materialize the dataset before.
     *
     * @throws IllegalStateException if the bundle has no alarm policy, or without {@link #matchWithin}
     */
    public EvaluationReport evaluate(ModelBundle bundle, LabelledDataset slice) {
        Dataset<Row> scores =
                ScoringPipeline.of(bundle).scoreFeatures(slice.rows()).rows();
        AlarmPolicy policy = bundle.policy()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The bundle has no alarm policy. Choose one with AlarmTuning and keep it with withPolicy(...)."));
        return evaluate(scores, slice, policy, Baselines.withoutCalibration());
    }

    /** Judges scores of a slice that were computed before, one row per machine and prediction time. */
    public EvaluationReport evaluate(
            Dataset<Row> scores, LabelledDataset slice, AlarmPolicy policy, Baselines baselines) {
        return report(events(scores, slice), policy, baselines, rows(scores, slice));
    }

    /** The event evaluation of the scores of a slice over the time of the slice. Runs one Spark job. */
    public EventEvaluation events(Dataset<Row> scores, LabelledDataset slice) {
        Duration every = slice.spec().cadence().every();
        Row ends = slice.rows()
                .agg(min(unix_micros(col(Columns.AS_OF))), max(unix_micros(col(Columns.AS_OF))))
                .head();
        if (ends.isNullAt(0)) {
            throw new TrainingException(new Problem(
                    ErrorCondition.PDM_NO_USABLE_ROWS,
                    "The slice to evaluate has no rows.",
                    "choose times that the telemetry covers."));
        }
        TimeRange range = TimeRange.of(
                Micros.instant(ends.getLong(0)), Micros.instant(ends.getLong(1)).plus(every));
        return events(scores, slice.components(), every, range);
    }

    /** The row evaluation of scores of a slice, one row per machine and prediction time. */
    public static RowEvaluation rows(Dataset<Row> scores, LabelledDataset slice) {
        List<String> classes = new ArrayList<>(List.of(Target.NONE));
        classes.addAll(slice.components());
        ScoreNames names = ScoreNames.in(scores.columns());
        Column[] ofClasses = Stream.concat(
                        Stream.of(lit(1.0).minus(col(names.total()))),
                        slice.components().stream().map(name -> Identifiers.column(names.of(name))))
                .toArray(Column[]::new);
        Dataset<Row> scored = scores.select(
                col(Columns.MACHINE_ID),
                col(Columns.AS_OF),
                when(col(names.total()).isNotNull(), array(ofClasses)).as(ScoreColumns.CLASS_SCORES));
        Dataset<Row> labelled = slice.rows()
                .select(
                        col(Columns.MACHINE_ID),
                        col(Columns.AS_OF),
                        when(
                                        col(LabelledDataset.ROW_STATUS).equalTo(RowStatus.USABLE.name()),
                                        coalesce(col("label"), lit(Target.NONE)))
                                .as(LABEL));
        Dataset<Row> joined = labelled.join(scored, new String[] {Columns.MACHINE_ID, Columns.AS_OF}, "left");
        return RowEvaluation.clustered(joined, classes, LABEL, ScoreColumns.CLASS_SCORES, Columns.MACHINE_ID);
    }

    /** The whole report. Reads the scores once for the events and the labelled rows twice for the row metrics. */
    public static EvaluationReport report(
            EventEvaluation events, AlarmPolicy policy, Baselines baselines, RowEvaluation rows) {
        List<EventMetrics> metrics = new ArrayList<>(events.judge(policy, baselines.rules()));
        EventMetrics judged = metrics.remove(0);
        return EvaluationReport.of(judged, metrics, rows.metrics());
    }

    /** The declared end of observation, else the last reading of each machine plus one sampling period. */
    private Dataset<Row> ends() {
        long period = history.samplingPeriod().map(Micros::of).orElse(0L);
        Column last = max(unix_micros(col(Columns.EVENT_TIME))).plus(period);
        Column end =
                history.observedUntil().map(until -> max(lit(Micros.of(until)))).orElse(last);
        Column known = until.map(time -> least(end, lit(Micros.of(time)))).orElse(end);
        return history.telemetry()
                .groupBy(Columns.MACHINE_ID)
                .agg(timestamp_micros(known).as(EventEvaluationBuilder.END_OF_OBSERVATION));
    }

    private Dataset<Row> known(Dataset<Row> events) {
        return until.map(time -> events.where(col(Columns.EVENT_TIME).lt(lit(time))))
                .orElse(events);
    }
}
