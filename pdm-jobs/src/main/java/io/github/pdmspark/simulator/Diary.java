package io.github.pdmspark.simulator;

import java.util.List;

/**
 * Everything that happens to one machine, a function of seed and machine number alone.
 *
 * @param machine its fixed attributes
 * @param maintenance replacements since one year before telemetry
 * @param failures failures while telemetry is recorded
 * @param errors errors while telemetry is recorded
 * @param wears drifts before failures
 */
record Diary(Machine machine, List<Event> maintenance, List<Event> failures, List<Event> errors, List<Wear> wears) {

    static Diary of(long seed, int machineId, int hours) {
        Machine machine = Machine.of(seed, machineId);
        ServiceLife life = ServiceLife.of(seed, machine, hours);
        return new Diary(
                machine,
                life.maintenance(),
                life.failures(),
                ErrorCodes.of(seed, machine, life.wears(), hours),
                life.wears());
    }

    Readings readings(long seed, int hours, Faults faults) {
        return Readings.of(seed, machine, wears, hours, faults);
    }
}
