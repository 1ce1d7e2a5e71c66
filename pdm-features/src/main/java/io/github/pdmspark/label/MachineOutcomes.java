package io.github.pdmspark.label;

import java.util.List;

/**
 * Everything that happened to one machine, in time order.
 *
 * @param firstReading microseconds of its first reading
 * @param endOfObservation microseconds until which failures would have been recorded
 * @param failures by time, at one instant by declared component order
 * @param preventive replacements that repair no failure, in the same order
 */
record MachineOutcomes(
        String machineId,
        long firstReading,
        long endOfObservation,
        List<Happening> failures,
        List<Happening> preventive) {

    /**
     * Sorts the records and keeps the preventive ones of {@code maintenance}: those of a component that did not fail at the
     * same instant, nor less than {@code repair} microseconds before.
     */
    static MachineOutcomes of(
            String machineId,
            long firstReading,
            long endOfObservation,
            List<Happening> failures,
            List<Happening> maintenance,
            long repair) {
        return new MachineOutcomes(
                machineId,
                firstReading,
                endOfObservation,
                failures.stream().sorted(Happening.IN_TIME_ORDER).toList(),
                maintenance.stream()
                        .filter(done -> failures.stream().noneMatch(failure -> repairs(done, failure, repair)))
                        .sorted(Happening.IN_TIME_ORDER)
                        .toList());
    }

    private static boolean repairs(Happening done, Happening failure, long repair) {
        long after = done.micros() - failure.micros();
        return done.component() == failure.component() && (after == 0 || (after > 0 && after < repair));
    }
}
