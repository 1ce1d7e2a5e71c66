package io.github.pdmspark.label;

import java.util.List;

/** The definition of the remaining life, in plain Java. */
final class RemainingLifeKernel {

    static final long NO_CAP = Long.MAX_VALUE;

    /** Remaining life in microseconds; a lower bound if censored. */
    record Remaining(long micros, boolean censored) {}

    private final List<Happening> failures;
    private final List<Happening> replacements;
    private final long endOfObservation;
    private final long cap;

    private RemainingLifeKernel(
            List<Happening> failures, List<Happening> replacements, long endOfObservation, long cap) {
        this.failures = failures;
        this.replacements = replacements;
        this.endOfObservation = endOfObservation;
        this.cap = cap;
    }

    /** Until the next failure of any component. */
    static RemainingLifeKernel ofMachine(MachineOutcomes machine, long cap) {
        return new RemainingLifeKernel(machine.failures(), List.of(), machine.endOfObservation(), cap);
    }

    /** Until the next failure of one component; its preventive replacement ends the life that is measured. */
    static RemainingLifeKernel ofComponent(MachineOutcomes machine, int component, long cap) {
        return new RemainingLifeKernel(
                only(component, machine.failures()),
                only(component, machine.preventive()),
                machine.endOfObservation(),
                cap);
    }

    Remaining at(long asOf) {
        long failure = next(failures, asOf);
        long replaced = next(replacements, asOf);
        boolean censored = failure == Long.MAX_VALUE || replaced < failure;
        long until = censored ? Math.min(replaced, endOfObservation) : failure;
        long micros = until - asOf;
        return micros >= cap ? new Remaining(cap, false) : new Remaining(micros, censored);
    }

    private static long next(List<Happening> sorted, long asOf) {
        int index = Happening.firstAtOrAfter(sorted, asOf);
        return index < sorted.size() ? sorted.get(index).micros() : Long.MAX_VALUE;
    }

    private static List<Happening> only(int component, List<Happening> sorted) {
        return sorted.stream().filter(h -> h.component() == component).toList();
    }
}
