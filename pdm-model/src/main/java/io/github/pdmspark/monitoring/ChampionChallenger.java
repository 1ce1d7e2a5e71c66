package io.github.pdmspark.monitoring;

import static org.apache.spark.sql.functions.col;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.evaluation.CostModel;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.evaluation.EventComparison;
import io.github.pdmspark.evaluation.EventEvaluation;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.model.ScoreStatus;
import io.github.pdmspark.model.Target;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether a new model would have done better than the one in use, on the same rows after what either was trained on. */
public final class ChampionChallenger {

    private final FleetHistory history;
    private final TimeRange later;
    private final CostModel costs;

    private ChampionChallenger(FleetHistory history, TimeRange later, CostModel costs) {
        this.history = history;
        this.later = later;
        this.costs = costs;
    }

    /** A comparison on the scores and failures of a range. */
    public static ChampionChallenger on(FleetHistory history, TimeRange later, CostModel costs) {
        return new ChampionChallenger(history, later, costs);
    }

    /**
     * Compares two score tables on the rows that both have scored, each under the policy of its model; alarms are matched with
     * failures by the target of the champion. Runs two Spark jobs, each of which reads both tables.
     *
     * @throws IllegalStateException if a bundle has no alarm policy
     * @throws IllegalArgumentException if the components or steps differ, or the range begins before the training labels of
     *     either model end
     */
    public EventComparison compare(
            ModelBundle champion, Dataset<Row> championScores, ModelBundle challenger, Dataset<Row> challengerScores) {
        requireComparable(champion, challenger);
        EventEvaluation first = events(champion, common(championScores, challengerScores));
        EventEvaluation second = events(champion, common(challengerScores, championScores));
        return first.compare(policy(champion), second, policy(challenger), costs);
    }

    private EventEvaluation events(ModelBundle champion, Dataset<Row> scores) {
        Target target = champion.target();
        return Evaluator.of(history)
                .lead(target.lead())
                .matchWithin(target.horizon())
                .events(scores, target.components(), champion.spec().cadence().every(), later);
    }

    /** The scored rows of one table that the other has scored too. */
    private static Dataset<Row> common(Dataset<Row> rows, Dataset<Row> others) {
        Dataset<Row> keys = scored(others).select(Columns.MACHINE_ID, Columns.AS_OF);
        return scored(rows).join(keys, new String[] {Columns.MACHINE_ID, Columns.AS_OF}, "left_semi");
    }

    private static Dataset<Row> scored(Dataset<Row> rows) {
        return rows.where(col(ScoreColumns.STATUS).equalTo(ScoreStatus.SCORED.name()));
    }

    private static AlarmPolicy policy(ModelBundle bundle) {
        return bundle.policy()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Model " + bundle.modelId()
                                        + " has no alarm policy. Choose one on its calibration slice and keep it with withPolicy(...)."));
    }

    private void requireComparable(ModelBundle champion, ModelBundle challenger) {
        if (!champion.target().components().equals(challenger.target().components())
                || !champion.spec().cadence().equals(challenger.spec().cadence())) {
            throw new IllegalArgumentException(
                    "The champion names " + champion.target().components() + " every "
                            + champion.spec().cadence().every() + ", the challenger "
                            + challenger.target().components() + " every "
                            + challenger.spec().cadence().every() + ": their alarms are about different things.");
        }
        Instant learnt = comparableFrom(champion, challenger);
        if (later.start().isBefore(learnt)) {
            throw new IllegalArgumentException("The comparison begins at " + later.start()
                    + ", but training labels reach to " + learnt + ". Begin it there or later.");
        }
    }

    /** The end of the training labels of both: a comparison begins there at the earliest. */
    public static Instant comparableFrom(ModelBundle champion, ModelBundle challenger) {
        return Stream.of(champion, challenger)
                .map(ChampionChallenger::learntUntil)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static Instant learntUntil(ModelBundle bundle) {
        Duration reach = bundle.target().lead().plus(bundle.target().horizon());
        return bundle.provenance().trainedOn().lastAsOf().plus(reach);
    }
}
