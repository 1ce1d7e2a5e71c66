package io.github.pdmspark.label;

import static java.util.function.Predicate.not;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that happened to one machine, in time order.
 *
 * @param firstReading microseconds of its first reading
 * @param endOfObservation microseconds until which failures would have been recorded
 * @param failures by time, at one instant by declared component order
 * @param preventive replacements of a component that did not fail at the same instant, in the same order
 */
record MachineOutcomes(
        String machineId,
        long firstReading,
        long endOfObservation,
        List<Happening> failures,
        List<Happening> preventive) {

    /** Sorts the records and keeps the preventive ones of {@code maintenance}. */
    static MachineOutcomes of(
            String machineId,
            long firstReading,
            long endOfObservation,
            List<Happening> failures,
            List<Happening> maintenance) {
        Set<Happening> repaired = new HashSet<>(failures);
        return new MachineOutcomes(
                machineId,
                firstReading,
                endOfObservation,
                failures.stream().sorted(Happening.IN_TIME_ORDER).toList(),
                maintenance.stream()
                        .filter(not(repaired::contains))
                        .sorted(Happening.IN_TIME_ORDER)
                        .toList());
    }
}
