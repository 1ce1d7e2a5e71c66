package io.github.pdmspark.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.evaluation.EpisodeOutcome;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.evaluation.MatchWindow;
import io.github.pdmspark.evaluation.Share;
import io.github.pdmspark.monitoring.VisitReview.Cell;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import io.github.pdmspark.time.TimeRange;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class VisitReviewTest {

    private static final AlarmPolicy POLICY = AlarmPolicy.threshold(0.5).kOfN(1, 1);
    private static final Duration REACH = Duration.ofDays(2);

    private final SparkSession spark;

    VisitReviewTest(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * Alarms of one component on four machines: a was repaired in time, so no failure came; b was looked at for nothing; c was
     * left alone and failed; d was left alone and nothing happened.
     */
    @Test
    void repairThatAnAlarmCausedDoesNotMakeItFalse() {
        Dataset<Row> visits = visits(
                "('a', 'c0', timestamp'2015-03-03 06:00:00', 'CONFIRMED')",
                "('a', 'c0', timestamp'2015-03-03 18:00:00', 'NOTHING_FOUND')",
                "('b', 'c0', timestamp'2015-03-03 06:00:00', 'NOTHING_FOUND')",
                "('d', 'c0', timestamp'2015-03-03 06:00:00', 'NOT_INSPECTED')",
                "('c', 'c0', timestamp'2015-03-02 23:00:00', 'CONFIRMED')",
                "('c', 'c1', timestamp'2015-03-03 06:00:00', 'CONFIRMED')");

        VisitReview review = VisitReview.of(fourAlarms(), POLICY, visits, REACH);

        assertThat(review.cells())
                .containsExactly(
                        new Cell(VisitOutcome.CONFIRMED, EpisodeOutcome.FALSE, 1),
                        new Cell(VisitOutcome.NOTHING_FOUND, EpisodeOutcome.FALSE, 1),
                        new Cell(VisitOutcome.NOT_INSPECTED, EpisodeOutcome.TRUE, 1),
                        new Cell(VisitOutcome.NOT_INSPECTED, EpisodeOutcome.FALSE, 1));
        assertThat(review.confirmed()).isEqualTo(new Share(1, 2));
        assertThat(review.followedByFailure()).isEqualTo(new Share(1, 2));
        assertThat(review.byFailuresAlone()).isEqualTo(new Share(1, 4));
        assertThat(review.prevented()).isEqualTo(1);
        assertThat(review.detectionWithPrevented(fourAlarms().judge(POLICY).counts()))
                .isEqualTo(new Share(2, 2));
        assertThat(review.toString()).contains("by failures alone: 1 of 4");
    }

    @Test
    void randomFleetEqualsThePlainTwin() {
        Dataset<Row> scores = spark.range(0, 40 * 30, 1, 2)
                .selectExpr(
                        "concat('m', id % 40) as machine_id",
                        "timestamp'2015-03-01 00:00:00' + make_interval(0, 0, 0, 0, 12 * cast(floor(id / 40) as int)) as as_of",
                        "'SCORED' as status",
                        "rand(1) * if(rand(2) < 0.3, 1, 0.4) as score_c0",
                        "rand(3) * if(rand(4) < 0.3, 1, 0.4) as score_c1");
        EventEvaluation events = events(
                scores,
                "select concat('m', id % 40) as machine_id, concat('c', id % 2) as component,"
                        + " timestamp'2015-03-01 00:00:00' + make_interval(0, 0, 0, 0, cast(rand(5) * 720 as int)) as event_time"
                        + " from range(0, 400)");
        Dataset<Row> visits = spark.sql("select concat('m', id % 40) as machine_id, concat('c', id % 2) as component,"
                + " timestamp'2015-03-01 00:00:00' + make_interval(0, 0, 0, 0, 0, cast(rand(6) * 43200 as int)) as event_time,"
                + " element_at(array('CONFIRMED', 'NOTHING_FOUND', 'NOT_INSPECTED'), 1 + cast(rand(7) * 3 as int)) as outcome"
                + " from range(0, 1500)");

        VisitReview review = VisitReview.of(events, POLICY, visits, REACH);

        assertThat(review.cells()).isEqualTo(twin(events.episodes(POLICY).collectAsList(), visits.collectAsList()));
        assertThat(review.cells()).hasSize(6);
        assertThat(QueryCount.of(spark, () -> VisitReview.of(events, POLICY, visits, REACH)))
                .isEqualTo(1);
    }

    @Test
    void wrongTablesAreRefused() {
        assertThatThrownBy(() -> VisitReview.of(
                        fourAlarms(), POLICY, visits("('a', 'c0', now(), 'x')").drop("outcome"), REACH))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("no column 'outcome'");
        assertThatThrownBy(() -> VisitReview.of(
                        fourAlarms(), POLICY, visits("('a', 'c0', timestamp'2015-03-03 06:00:00', 'fixed')"), REACH))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("the outcome 'fixed'")
                .hasMessageContaining("[CONFIRMED, NOTHING_FOUND, NOT_INSPECTED]");
    }

    private static List<Cell> twin(List<Row> episodes, List<Row> visits) {
        Map<VisitOutcome, Map<EpisodeOutcome, Long>> counts = new EnumMap<>(VisitOutcome.class);
        for (Row episode : episodes) {
            VisitOutcome visit = visits.stream()
                    .filter(row -> !row.getString(3).equals("NOT_INSPECTED"))
                    .filter(row -> isOf(row, episode, episodes))
                    .min(Comparator.comparing(row -> row.getTimestamp(2)))
                    .map(row -> VisitOutcome.valueOf(row.getString(3)))
                    .orElse(VisitOutcome.NOT_INSPECTED);
            counts.computeIfAbsent(visit, key -> new EnumMap<>(EpisodeOutcome.class))
                    .merge(EpisodeOutcome.valueOf(episode.getAs("outcome")), 1L, Long::sum);
        }
        return counts.entrySet().stream()
                .flatMap(visit -> visit.getValue().entrySet().stream()
                        .map(outcome -> new Cell(visit.getKey(), outcome.getKey(), outcome.getValue())))
                .toList();
    }

    /** Whether the episode is the latest of its component that began at or before the visit and within reach. */
    private static boolean isOf(Row visit, Row episode, List<Row> episodes) {
        return isWithin(visit, episode)
                && episodes.stream().filter(other -> isWithin(visit, other)).noneMatch(other -> start(other)
                        .after(start(episode)));
    }

    private static boolean isWithin(Row visit, Row episode) {
        long age = visit.getTimestamp(2).getTime() - start(episode).getTime();
        return visit.getString(0).equals(episode.getString(0))
                && visit.getString(1).equals(episode.getString(1))
                && age >= 0
                && age < REACH.toMillis();
    }

    private static Timestamp start(Row episode) {
        return episode.getAs("started_at");
    }

    private EventEvaluation fourAlarms() {
        Dataset<Row> scores = spark.sql(
                "select machine_id, as_of, 'SCORED' as status,"
                        + " if(as_of = timestamp'2015-03-03 00:00:00', 0.9D, 0.1D) as score_c0, 0.1D as score_c1"
                        + " from values ('a'), ('b'), ('c'), ('d') as m(machine_id)"
                        + " lateral view explode(sequence(timestamp'2015-03-01 00:00:00', timestamp'2015-03-10 00:00:00', interval 12 hours)) t as as_of");
        return events(
                scores, "select 'c' as machine_id, 'c0' as component, timestamp'2015-03-04 12:00:00' as event_time");
    }

    private EventEvaluation events(Dataset<Row> scores, String failures) {
        return EventEvaluation.builder()
                .scores(scores)
                .components(List.of("c0", "c1"))
                .every(Duration.ofHours(12))
                .during(TimeRange.of("2015-03-01", "2015-04-01"))
                .failures(spark.sql(failures))
                .endOfObservation(scores.select("machine_id")
                        .distinct()
                        .selectExpr("machine_id", "timestamp'2015-04-01 00:00:00' as end_of_observation"))
                .matching(new MatchWindow(Duration.ZERO, REACH))
                .build();
    }

    private Dataset<Row> visits(String... rows) {
        return spark.sql("select * from values " + String.join(", ", rows)
                + " as t(machine_id, component, event_time, outcome)");
    }
}
