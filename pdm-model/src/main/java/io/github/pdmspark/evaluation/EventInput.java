package io.github.pdmspark.evaluation;

import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Everything an {@link EventEvaluation} is about, complete and checked by its builder. */
record EventInput(
        Dataset<Row> scores,
        List<String> components,
        Duration step,
        TimeRange range,
        Dataset<Row> failures,
        Optional<Dataset<Row>> maintenance,
        Optional<Dataset<Row>> errors,
        Dataset<Row> ends,
        MatchWindow window,
        FailureScope scope) {

    EventInput {
        components = List.copyOf(components);
    }
}
