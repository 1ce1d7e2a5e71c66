package io.github.pdmspark.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of one rule, added up over machines: a few numbers per component, and the lead of every detected failure. Travels
 * as a {@link Row} of {@link #SCHEMA}.
 */
final class EventTally {

    static final StructType SCHEMA = new StructType()
            .add("rule", DataTypes.IntegerType, false)
            .add("machine_id", DataTypes.StringType, true)
            .add("counts", DataTypes.createArrayType(DataTypes.LongType, false), false)
            .add("lead_components", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
            .add("lead_hours", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
            .add("machines", DataTypes.LongType, false)
            .add("scored_micros", DataTypes.LongType, false)
            .add("quiet_micros", DataTypes.createArrayType(DataTypes.LongType, false), false);

    private static final double MICROS_PER_HOUR = 3_600_000_000.0;
    private static final double MICROS_PER_YEAR = 365.25 * 24 * MICROS_PER_HOUR;

    private final long[] counts;
    private final List<Integer> leadComponents = new ArrayList<>();
    private final List<Double> leadHours = new ArrayList<>();
    private long machines;
    private long scoredMicros;
    private final long[] quietMicros;

    EventTally(int components) {
        this.counts = new long[components * EventCounts.SIZE];
        this.quietMicros = new long[components];
    }

    /** Adds one machine. */
    void add(MachineSweep.MachineResult machine, MachineSweep.RuleResult result) {
        machines += machine.scoredMicros() > 0 ? 1 : 0;
        scoredMicros += machine.scoredMicros();
        add(quietMicros, machine.quietByComponent());
        for (JudgedFailure failure : result.failures()) {
            counts[failure.component() * EventCounts.SIZE + EventCounts.place(failure.outcome())]++;
            if (failure.outcome() == FailureOutcome.DETECTED) {
                leadComponents.add(failure.component());
                leadHours.add(failure.leadMicros() / MICROS_PER_HOUR);
            }
        }
        for (JudgedEpisode episode : result.episodes()) {
            counts[episode.component() * EventCounts.SIZE + EventCounts.place(episode.outcome())]++;
        }
    }

    /** Adds what a row of {@link #SCHEMA} holds. */
    EventTally add(Row row) {
        add(counts, row.getList(2));
        leadComponents.addAll(row.getList(3));
        leadHours.addAll(row.getList(4));
        machines += row.getLong(5);
        scoredMicros += row.getLong(6);
        add(quietMicros, row.getList(7));
        return this;
    }

    /** As a row of {@link #SCHEMA}; {@code machineId} null for several machines. */
    Row row(int rule, @Nullable String machineId) {
        return RowFactory.create(
                rule,
                machineId,
                LongStream.of(counts).boxed().toArray(),
                leadComponents.toArray(),
                leadHours.toArray(),
                machines,
                scoredMicros,
                LongStream.of(quietMicros).boxed().toArray());
    }

    EventMetrics metrics(String rule, List<String> components) {
        List<ComponentEvents> parts = IntStream.range(0, components.size())
                .mapToObj(i -> new ComponentEvents(
                        components.get(i), counts(i), LeadTimes.of(leads(i)), quietMicros[i] / MICROS_PER_YEAR))
                .toList();
        return new EventMetrics(
                rule,
                counts(),
                LeadTimes.of(leads()),
                parts,
                machines,
                scoredYears(),
                LongStream.of(quietMicros).sum() / MICROS_PER_YEAR / components.size(),
                Map.of());
    }

    private static void add(long[] sums, List<Long> more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more.get(i);
        }
    }

    EventCounts counts() {
        long[] sums = new long[EventCounts.SIZE];
        for (int i = 0; i < counts.length; i++) {
            sums[i % EventCounts.SIZE] += counts[i];
        }
        return EventCounts.of(sums);
    }

    long machines() {
        return machines;
    }

    double scoredYears() {
        return scoredMicros / MICROS_PER_YEAR;
    }

    double[] leads() {
        return leadHours.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private EventCounts counts(int component) {
        int from = component * EventCounts.SIZE;
        return EventCounts.of(Arrays.copyOfRange(counts, from, from + EventCounts.SIZE));
    }

    private double[] leads(int component) {
        return IntStream.range(0, leadHours.size())
                .filter(i -> leadComponents.get(i) == component)
                .mapToDouble(leadHours::get)
                .toArray();
    }
}
