package io.github.pdmspark.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The slow twin of {@link FailureKernel}: sections 1 and 2 of the method page, sentence by sentence, with plain loops. */
final class FailureOracle {

    private FailureOracle() {}

    static FailureOutcome label(
            FailureLabel label,
            List<Happening> failures,
            List<Happening> maintenance,
            long repair,
            long end,
            long asOf) {
        long lead = label.lead().toNanos() / 1000;
        long horizon = label.horizon().toNanos() / 1000;
        long blackout = label.blackout().toNanos() / 1000;
        for (Happening failure : failures) {
            if (failure.micros() <= asOf && asOf < failure.micros() + blackout) {
                return FailureOutcome.without(LabelStatus.IN_REPAIR);
            }
        }
        for (Happening failure : failures) {
            if (asOf <= failure.micros() && failure.micros() < asOf + lead) {
                return FailureOutcome.without(LabelStatus.TOO_LATE);
            }
        }
        List<Happening> inside = new ArrayList<>();
        for (Happening failure : failures) {
            if (asOf + lead <= failure.micros() && failure.micros() < asOf + lead + horizon) {
                inside.add(failure);
            }
        }
        if (!inside.isEmpty()) {
            inside.sort(Comparator.comparingLong(Happening::micros).thenComparingInt(Happening::component));
            List<Integer> components = new ArrayList<>();
            for (Happening failure : inside) {
                if (!components.contains(failure.component())) {
                    components.add(failure.component());
                }
            }
            return new FailureOutcome(
                    LabelStatus.POSITIVE, components, inside.get(0).micros() - asOf);
        }
        for (Happening record : maintenance) {
            boolean preventive = true;
            for (Happening failure : failures) {
                boolean sameComponent = failure.component() == record.component();
                boolean sameInstant = failure.micros() == record.micros();
                boolean soonAfter = failure.micros() < record.micros() && record.micros() < failure.micros() + repair;
                preventive &= !(sameComponent && (sameInstant || soonAfter));
            }
            boolean within = asOf + lead <= record.micros() && record.micros() < asOf + lead + horizon;
            if (preventive && within && label.replacement() == PreventiveReplacement.IS_CENSORED) {
                return FailureOutcome.without(LabelStatus.CENSORED);
            }
        }
        return FailureOutcome.without(asOf + lead + horizon <= end ? LabelStatus.NEGATIVE : LabelStatus.CENSORED);
    }
}
