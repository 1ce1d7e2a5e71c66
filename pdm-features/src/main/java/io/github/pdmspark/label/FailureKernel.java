package io.github.pdmspark.label;

import io.github.pdmspark.time.Micros;
import java.util.List;

/** The definition of the failure label, in plain Java: one machine's outcomes and a time give a status. */
final class FailureKernel {

    private final MachineOutcomes machine;
    private final long lead;
    private final long horizon;
    private final long blackout;
    private final PreventiveReplacement replacement;

    FailureKernel(FailureLabel label, MachineOutcomes machine) {
        this.machine = machine;
        this.lead = Micros.of(label.lead());
        this.horizon = Micros.of(label.horizon());
        this.blackout = Micros.of(label.blackout());
        this.replacement = label.replacement();
    }

    FailureOutcome at(long asOf) {
        long start = Math.addExact(asOf, lead);
        long end = Math.addExact(start, horizon);
        if (isInRepair(asOf)) {
            return FailureOutcome.without(LabelStatus.IN_REPAIR);
        }
        if (!within(machine.failures(), asOf, start).isEmpty()) {
            return FailureOutcome.without(LabelStatus.TOO_LATE);
        }
        List<Happening> failures = within(machine.failures(), start, end);
        if (!failures.isEmpty()) {
            return positive(failures, asOf);
        }
        return FailureOutcome.without(withoutFailure(start, end));
    }

    private LabelStatus withoutFailure(long start, long end) {
        boolean hidden = replacement == PreventiveReplacement.IS_CENSORED
                && !within(machine.preventive(), start, end).isEmpty();
        return hidden || end > machine.endOfObservation() ? LabelStatus.CENSORED : LabelStatus.NEGATIVE;
    }

    /** The latest failure up to asOf decides: the blackout has one length, so an older one ends earlier. */
    private boolean isInRepair(long asOf) {
        int after = Happening.firstAtOrAfter(machine.failures(), Math.addExact(asOf, 1));
        return after > 0 && asOf - machine.failures().get(after - 1).micros() < blackout;
    }

    private static FailureOutcome positive(List<Happening> failures, long asOf) {
        List<Integer> components =
                failures.stream().map(Happening::component).distinct().toList();
        return new FailureOutcome(
                LabelStatus.POSITIVE, components, failures.get(0).micros() - asOf);
    }

    private static List<Happening> within(List<Happening> sorted, long start, long end) {
        return sorted.subList(Happening.firstAtOrAfter(sorted, start), Happening.firstAtOrAfter(sorted, end));
    }
}
