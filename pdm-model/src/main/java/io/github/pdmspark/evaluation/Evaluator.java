package io.github.pdmspark.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judges scores by what really happened: takes a history and how alarms are matched with its failures. Immutable. */
public final class Evaluator {

    private final FleetHistory history;
    private final Optional<Duration> within;
    private final Duration lead;
    private final FailureScope scope;

    private Evaluator(FleetHistory history, Optional<Duration> within, Duration lead, FailureScope scope) {
        this.history = history;
        this.within = within;
        this.lead = lead;
        this.scope = scope;
    }

    /** Judges by the failures of {@code history}; say next how alarms are matched with them. */
    public static Evaluator of(FleetHistory history) {
        return new Evaluator(history, Optional.empty(), Duration.ZERO, FailureScope.IN_RANGE);
    }

    /** An alarm warns of a failure when it starts less than {@code duration}, and at least the lead, before it. */
    public Evaluator matchWithin(Duration duration) {
        return new Evaluator(history, Optional.of(duration), lead, scope);
    }

    /** An alarm that starts less than {@code newLead} before the failure is too late; the whole window moves with it. */
    public Evaluator lead(Duration newLead) {
        return new Evaluator(history, within, newLead, scope);
    }

    /** The same, counting other failures. */
    public Evaluator counting(FailureScope failureScope) {
        return new Evaluator(history, within, lead, failureScope);
    }

    /**
     * The event evaluation of a score table.
     *
     * @param scores machine_id, as_of, status and one column {@code score_<component>}
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
                .failures(history.failures())
                .maintenance(history.maintenance())
                .errors(history.errors())
                .endOfObservation(ends())
                .matching(window)
                .counting(scope)
                .build();
    }

    /** The whole report. Reads the scores once for the events and the labelled rows twice for the row metrics. */
    public static EvaluationReport report(
            EventEvaluation events, AlarmPolicy policy, Baselines baselines, RowEvaluation rows) {
        List<EventMetrics> metrics = new ArrayList<>(events.judge(policy, baselines.rules()));
        EventMetrics judged = metrics.remove(0);
        return new EvaluationReport(judged, metrics, rows.metrics());
    }

    /** The declared end of observation, else the last reading of each machine plus one sampling period. */
    private Dataset<Row> ends() {
        long period = history.samplingPeriod().map(Micros::of).orElse(0L);
        Column last = max(unix_micros(col(Columns.EVENT_TIME))).plus(period);
        Column end =
                history.observedUntil().map(until -> max(lit(Micros.of(until)))).orElse(last);
        return history.telemetry()
                .groupBy(Columns.MACHINE_ID)
                .agg(timestamp_micros(end).as(EventEvaluationBuilder.END_OF_OBSERVATION));
    }
}
