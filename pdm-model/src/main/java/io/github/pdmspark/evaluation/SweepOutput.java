package io.github.pdmspark.evaluation;

import com.google.common.collect.Iterators;
import io.github.pdmspark.alarm.Episode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Runs a {@link SweepPlan} over sorted partitions and writes what it finds as rows. */
final class SweepOutput {

    private static final StructType FAILURES = new StructType()
            .add("machine_id", DataTypes.StringType, false)
            .add("component", DataTypes.StringType, false)
            .add("failed_at", DataTypes.LongType, false)
            .add("outcome", DataTypes.StringType, false)
            .add("warned_at", DataTypes.LongType, true);

    private static final StructType EPISODES = new StructType()
            .add("machine_id", DataTypes.StringType, false)
            .add("component", DataTypes.StringType, false)
            .add("started_at", DataTypes.LongType, false)
            .add("ended_at", DataTypes.LongType, true)
            .add("outcome", DataTypes.StringType, false)
            .add("failed_at", DataTypes.LongType, true);

    private SweepOutput() {}

    /**
     * Rows of {@link EventTally#SCHEMA}: one per partition and rule, and for the first {@code singled} rules also one for each
     * machine that had a failure or an alarm.
     */
    static Dataset<Row> tallies(Dataset<Row> sorted, SweepPlan plan, int singled) {
        MapPartitionsFunction<Row, Row> tally = rows -> tally(new MachineIterator(rows, plan), plan, singled);
        return sorted.mapPartitions(tally, Encoders.row(EventTally.SCHEMA));
    }

    /** Rows of {@link EventTally#SCHEMA} by number of the attribute and its value, per partition; the plan has one rule. */
    static Dataset<Row> groupTallies(Dataset<Row> sorted, SweepPlan plan, int attributes) {
        MapPartitionsFunction<Row, Row> tally = rows -> groupTally(new MachineIterator(rows, plan), plan, attributes);
        return sorted.mapPartitions(tally, Encoders.row(EventTally.SCHEMA));
    }

    /** One row per failure in scope; the plan has one rule. */
    static Dataset<Row> failures(Dataset<Row> sorted, SweepPlan plan) {
        MapPartitionsFunction<Row, Row> judge =
                rows -> flat(rows, plan, swept -> swept.result().rules().get(0).failures().stream()
                        .map(failure -> failureRow(swept.machineId(), plan, failure)));
        Dataset<Row> failures = sorted.mapPartitions(judge, Encoders.row(FAILURES));
        return withTimes(failures, "failed_at", "warned_at")
                .withColumn(
                        "lead_hours",
                        functions.expr("(unix_micros(failed_at) - unix_micros(warned_at)) / 3600000000D"));
    }

    /** One row per episode; the plan has one rule. */
    static Dataset<Row> episodes(Dataset<Row> sorted, SweepPlan plan) {
        MapPartitionsFunction<Row, Row> judge =
                rows -> flat(rows, plan, swept -> swept.result().rules().get(0).episodes().stream()
                        .map(episode -> episodeRow(swept.machineId(), plan, episode)));
        Dataset<Row> episodes = sorted.mapPartitions(judge, Encoders.row(EPISODES));
        return withTimes(episodes, "started_at", "ended_at", "failed_at");
    }

    private static Iterator<Row> tally(Iterator<MachineIterator.Swept> machines, SweepPlan plan, int singled) {
        int components = plan.components().size();
        List<Row> rows = new ArrayList<>();
        List<EventTally> rest = Stream.generate(() -> new EventTally(components))
                .limit(plan.rules().size())
                .toList();
        while (machines.hasNext()) {
            MachineIterator.Swept swept = machines.next();
            for (int rule = 0; rule < rest.size(); rule++) {
                MachineSweep.RuleResult found = swept.result().rules().get(rule);
                boolean single = rule < singled && !found.isEmpty();
                EventTally tally = single ? new EventTally(components) : rest.get(rule);
                tally.add(swept.result(), found);
                if (single) {
                    rows.add(tally.row(rule, swept.machineId()));
                }
            }
        }
        for (int rule = 0; rule < rest.size(); rule++) {
            rows.add(rest.get(rule).row(rule, null));
        }
        return rows.iterator();
    }

    private static Iterator<Row> groupTally(Iterator<MachineIterator.Swept> machines, SweepPlan plan, int attributes) {
        List<Map<String, EventTally>> groups = Stream.generate(
                        () -> (Map<String, EventTally>) new TreeMap<String, EventTally>())
                .limit(attributes)
                .toList();
        while (machines.hasNext()) {
            MachineIterator.Swept swept = machines.next();
            for (int i = 0; i < attributes; i++) {
                String value = swept.groups().getOrDefault(i, MachineGroups.UNKNOWN);
                groups.get(i)
                        .computeIfAbsent(
                                value, name -> new EventTally(plan.components().size()))
                        .add(swept.result(), swept.result().rules().get(0));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < attributes; i++) {
            int attribute = i;
            groups.get(i).forEach((value, tally) -> rows.add(tally.row(attribute, value)));
        }
        return rows.iterator();
    }

    private static Iterator<Row> flat(Iterator<Row> rows, SweepPlan plan, Unfolding unfolding) {
        return Iterators.concat(Iterators.transform(
                new MachineIterator(rows, plan), swept -> unfolding.rows(swept).iterator()));
    }

    private static Row failureRow(String machineId, SweepPlan plan, JudgedFailure failure) {
        boolean warned = failure.warnedAt() != JudgedFailure.NONE;
        return RowFactory.create(
                machineId,
                plan.components().get(failure.component()),
                failure.time(),
                failure.outcome().name(),
                warned ? failure.warnedAt() : null);
    }

    private static Row episodeRow(String machineId, SweepPlan plan, JudgedEpisode judged) {
        Episode episode = judged.episode();
        boolean over = episode.endMicros() != Episode.STILL_ON;
        boolean matched = judged.failure() != JudgedEpisode.NONE;
        return RowFactory.create(
                machineId,
                plan.components().get(judged.component()),
                episode.startMicros(),
                over ? episode.endMicros() : null,
                judged.outcome().name(),
                matched ? judged.failure() : null);
    }

    private static Dataset<Row> withTimes(Dataset<Row> rows, String... columns) {
        Dataset<Row> result = rows;
        for (String column : columns) {
            result = result.withColumn(column, functions.timestamp_micros(functions.col(column)));
        }
        return result;
    }

    /** The rows that one machine unfolds into. */
    @FunctionalInterface
    private interface Unfolding {
        Stream<Row> rows(MachineIterator.Swept swept);
    }
}
