package io.github.pdmspark.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.evaluation.CostModel;
import io.github.pdmspark.evaluation.EventComparison;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.monitoring.ChampionChallenger;
import io.github.pdmspark.monitoring.PredictionLog;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Two models that score into one table.
 *
 * @param range the time both have scored after training; empty while there is none
 */
record Challenge(ModelBundle champion, ModelBundle challenger, PredictionLog log, Optional<TimeRange> range) {

    /** Runs one Spark job: when each of them began to score. */
    static Challenge of(ModelBundle champion, ModelBundle challenger, PredictionLog log, Instant watermark) {
        List<Row> begins = log.rows()
                .where(col(ScoreColumns.MODEL_ID).isin(champion.modelId(), challenger.modelId()))
                .groupBy(ScoreColumns.MODEL_ID)
                .agg(min(unix_micros(col(Columns.AS_OF))))
                .collectAsList();
        Instant start = Stream.concat(
                        Stream.of(ChampionChallenger.comparableFrom(champion, challenger)),
                        begins.stream().map(row -> Micros.instant(row.getLong(1))))
                .max(Instant::compareTo)
                .orElseThrow();
        boolean both = begins.size() == 2 && start.isBefore(watermark);
        return new Challenge(
                champion, challenger, log, both ? Optional.of(TimeRange.of(start, watermark)) : Optional.empty());
    }

    /** The verdict by cost. Runs two Spark jobs. */
    Map<String, Object> judged(FleetHistory known, CostModel costs, Consumer<String> text) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("model_id", challenger.modelId());
        if (range.isEmpty()) {
            text.accept("There is no mature time that both " + champion.modelId() + " and " + challenger.modelId()
                    + " have scored after their training.");
            shown.put("verdict", EventComparison.Verdict.UNDECIDED.name());
            return shown;
        }
        EventComparison comparison = ChampionChallenger.on(known, range.get(), costs)
                .compare(champion, scores(champion), challenger, scores(challenger));
        text.accept(comparison.toString());
        shown.put("from", range.get().start().toString());
        shown.put("to", range.get().end().toString());
        shown.put("detection", comparison.detection().toString());
        shown.put(
                "false_alarms_per_machine_year",
                comparison.falseAlarmsPerMachineYear().toString());
        shown.put("cost_per_machine_year", comparison.costPerMachineYear().toString());
        shown.put("verdict", comparison.verdict().name());
        return shown;
    }

    private Dataset<Row> scores(ModelBundle model) {
        return log.ofModel(model.modelId()).first().between(range.orElseThrow()).rows();
    }
}
