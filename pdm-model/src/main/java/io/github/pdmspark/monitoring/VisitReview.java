package io.github.pdmspark.monitoring;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.evaluation.EpisodeOutcome;
import io.github.pdmspark.evaluation.EventCounts;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.evaluation.Share;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Alarm episodes by what people did about them. A repair that an alarm caused hides the failure that would have come, so by
 * failures alone a good alarm looks false; alarms that were acted on are therefore judged by what the visit found, and only the
 * others by what happened.
 *
 * @param cells episodes by visit and by what failures say, where there are any
 */
public record VisitReview(List<Cell> cells) {

    /** The column of a visit table with the name of a {@link VisitOutcome}. */
    public static final String OUTCOME = "outcome";

    private static final String STARTED = "started_at";
    private static final String VISITED = "visited_at";
    private static final String FOUND = "found";

    /** Episodes of one kind. */
    public record Cell(VisitOutcome visit, EpisodeOutcome outcome, long episodes) {}

    public VisitReview {
        cells = List.copyOf(cells);
    }

    /**
     * The review of the alarms of a policy. A visit belongs to the latest alarm of its machine and component that began at or
     * before it, at most {@code reach} ago; of several the first one with a finding decides. Runs one Spark job.
     *
     * @param visits {@code machine_id, component, event_time, outcome}, the last one named like a {@link VisitOutcome}
     * @param reach how long after its begin an alarm can lead to a visit; lead + horizon is a good length
     * @throws SchemaException if a column is missing, or an outcome has another name
     */
    public static VisitReview of(EventEvaluation events, AlarmPolicy policy, Dataset<Row> visits, Duration reach) {
        requireColumns(visits);
        Dataset<Row> episodes = events.episodes(policy).withColumnRenamed(OUTCOME, "verdict");
        String[] component = {Columns.MACHINE_ID, Columns.COMPONENT};
        String[] episode = {Columns.MACHINE_ID, Columns.COMPONENT, STARTED};
        Column age = unix_micros(col(VISITED)).minus(unix_micros(col(STARTED)));
        Dataset<Row> findings = visits.select(
                        col(Columns.MACHINE_ID),
                        col(Columns.COMPONENT),
                        col(Columns.EVENT_TIME).as(VISITED),
                        col(OUTCOME).as(FOUND))
                .where(col(FOUND).notEqual(VisitOutcome.NOT_INSPECTED.name()))
                .join(
                        episodes.select(
                                Arrays.stream(episode).map(name -> col(name)).toArray(Column[]::new)),
                        component)
                .where(age.geq(0).and(age.lt(Micros.of(reach))))
                .groupBy(Columns.MACHINE_ID, Columns.COMPONENT, VISITED, FOUND)
                .agg(max(STARTED).as(STARTED))
                .groupBy(Columns.MACHINE_ID, Columns.COMPONENT, STARTED)
                .agg(min_by(col(FOUND), col(VISITED)).as(FOUND));
        return of(episodes.join(findings, episode, "left")
                .groupBy(coalesce(col(FOUND), lit(VisitOutcome.NOT_INSPECTED.name())), col("verdict"))
                .agg(count(lit(1)))
                .collectAsList());
    }

    private static VisitReview of(List<Row> groups) {
        return new VisitReview(groups.stream()
                .map(row ->
                        new Cell(outcome(row.getString(0)), EpisodeOutcome.valueOf(row.getString(1)), row.getLong(2)))
                .sorted(Comparator.comparing(Cell::visit).thenComparing(Cell::outcome))
                .toList());
    }

    private static VisitOutcome outcome(String name) {
        return Arrays.stream(VisitOutcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SchemaException(new Problem(
                        ErrorCondition.PDM_COLUMN_TYPE,
                        "A visit has the outcome '" + name + "'.",
                        "Write one of " + List.of(VisitOutcome.values()) + " into column '" + OUTCOME + "'.")));
    }

    private static void requireColumns(Dataset<Row> visits) {
        List<String> found = List.of(visits.columns());
        List<Problem> problems = List.of(Columns.MACHINE_ID, Columns.COMPONENT, Columns.EVENT_TIME, OUTCOME).stream()
                .filter(name -> !found.contains(name))
                .map(name -> new Problem(
                        ErrorCondition.PDM_COLUMN_NOT_FOUND,
                        "The table of visits has no column '" + name + "'.\nFound: " + found,
                        "Give it machine_id, component, event_time and outcome."))
                .toList();
        if (!problems.isEmpty()) {
            throw new SchemaException(problems);
        }
    }

    /** Of the alarms that someone looked at, those that were confirmed. */
    public Share confirmed() {
        long confirmed = episodes(cell -> cell.visit() == VisitOutcome.CONFIRMED);
        return new Share(confirmed, confirmed + episodes(cell -> cell.visit() == VisitOutcome.NOTHING_FOUND));
    }

    /** Of the alarms that were left alone and whose answer is known, those that a failure followed in time. */
    public Share followedByFailure() {
        return precision(cell -> cell.visit() == VisitOutcome.NOT_INSPECTED);
    }

    /** The same over all alarms: too low as soon as alarms lead to repairs. For comparison only. */
    public Share byFailuresAlone() {
        return precision(cell -> true);
    }

    /** Confirmed alarms that no failure followed: failures that the repair prevented, at most. */
    public long prevented() {
        return episodes(cell -> cell.visit() == VisitOutcome.CONFIRMED
                && (cell.outcome() == EpisodeOutcome.FALSE || cell.outcome() == EpisodeOutcome.UNDETERMINED));
    }

    /** Failures that were detected or prevented, out of those that happened or were prevented. */
    public Share detectionWithPrevented(EventCounts counts) {
        return new Share(counts.detected() + prevented(), counts.failures() + prevented());
    }

    private Share precision(Predicate<Cell> which) {
        long right = episodes(cell -> which.test(cell) && cell.outcome() == EpisodeOutcome.TRUE);
        long wrong = episodes(cell -> which.test(cell) && cell.outcome() == EpisodeOutcome.FALSE);
        return new Share(right, right + wrong);
    }

    private long episodes(Predicate<Cell> which) {
        return cells.stream().filter(which).mapToLong(Cell::episodes).sum();
    }

    /** A table, then the shares. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("visit          by failures    episodes\n");
        cells.forEach(cell -> text.append(
                String.format(Locale.ROOT, "%-14s %-12s %10d%n", cell.visit(), cell.outcome(), cell.episodes())));
        return text.append("acted on, confirmed: " + confirmed() + "\nleft alone, a failure followed: "
                        + followedByFailure() + "\nby failures alone: " + byFailuresAlone())
                .toString();
    }
}
