package io.github.pdmspark.evaluation;

import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Collects what an {@link EventEvaluation} needs. Tables of events have the columns machine_id, event_time and, if they were
 * known later, known_at; maintenance and errors may be left out, the rest is needed.
 */
public final class EventEvaluationBuilder {

    /** The column of {@link #endOfObservation} with the end. */
    public static final String END_OF_OBSERVATION = "end_of_observation";

    private @Nullable Dataset<Row> scores;
    private List<String> components = List.of();
    private @Nullable Duration step;
    private @Nullable TimeRange range;
    private @Nullable Dataset<Row> failures;
    private @Nullable Dataset<Row> maintenance;
    private @Nullable Dataset<Row> errors;
    private @Nullable Dataset<Row> ends;
    private @Nullable MatchWindow window;
    private FailureScope scope = FailureScope.IN_RANGE;

    EventEvaluationBuilder() {}

    /** The score table: machine_id, as_of, status and one column {@code score_<component>}; one row per machine and as_of. */
    public EventEvaluationBuilder scores(Dataset<Row> table) {
        scores = table;
        return this;
    }

    /** The components that are scored; failures and repairs of others are left out. */
    public EventEvaluationBuilder components(List<String> names) {
        components = List.copyOf(names);
        return this;
    }

    /** Distance of two observation times: the time that one scored row stands for. */
    public EventEvaluationBuilder every(Duration distance) {
        step = distance;
        return this;
    }

    /** The scores and failures that count. */
    public EventEvaluationBuilder during(TimeRange timeRange) {
        range = timeRange;
        return this;
    }

    /** The failures, with column component; all that are known, also from outside the range. */
    public EventEvaluationBuilder failures(Dataset<Row> table) {
        failures = table;
        return this;
    }

    /** The repairs, with column component: they reset alarms; all that are known, also from before the range. */
    public EventEvaluationBuilder maintenance(Dataset<Row> table) {
        maintenance = table;
        return this;
    }

    /** The errors, with column code: for the baseline that counts them. */
    public EventEvaluationBuilder errors(Dataset<Row> table) {
        errors = table;
        return this;
    }

    /** Machine_id and end_of_observation: failures after it may be missing. A machine without a row was never observed. */
    public EventEvaluationBuilder endOfObservation(Dataset<Row> table) {
        ends = table;
        return this;
    }

    /** Which alarms warn of a failure in time. */
    public EventEvaluationBuilder matching(MatchWindow matchWindow) {
        window = matchWindow;
        return this;
    }

    /** Which failures count; by default all in the range. */
    public EventEvaluationBuilder counting(FailureScope failureScope) {
        scope = failureScope;
        return this;
    }

    /**
     * The evaluation.
     *
     * @throws IllegalStateException naming everything that is missing
     */
    public EventEvaluation build() {
        List<String> missing = new ArrayList<>();
        Dataset<Row> givenScores = given("scores", scores, missing);
        Duration givenStep = given("every", step, missing);
        TimeRange givenRange = given("during", range, missing);
        Dataset<Row> givenFailures = given("failures", failures, missing);
        Dataset<Row> givenEnds = given("endOfObservation", ends, missing);
        MatchWindow givenWindow = given("matching", window, missing);
        if (components.isEmpty()) {
            missing.add("components");
        }
        if (!missing.isEmpty()
                || givenScores == null
                || givenStep == null
                || givenRange == null
                || givenFailures == null
                || givenEnds == null
                || givenWindow == null) {
            throw new IllegalStateException(
                    "An event evaluation is not complete. Call first: " + String.join(", ", missing));
        }
        if (givenStep.isZero() || givenStep.isNegative()) {
            throw new IllegalStateException(
                    "every(...) needs a duration longer than zero, but it is " + givenStep + ".");
        }
        return new EventEvaluation(new EventInput(
                givenScores,
                components,
                givenStep,
                givenRange,
                givenFailures,
                Optional.ofNullable(maintenance),
                Optional.ofNullable(errors),
                givenEnds,
                givenWindow,
                scope));
    }

    private static <T> @Nullable T given(String name, @Nullable T value, List<String> missing) {
        if (value == null) {
            missing.add(name);
        }
        return value;
    }
}
