package io.github.pdmspark.label;

import io.github.pdmspark.label.RemainingLifeKernel.Remaining;
import java.util.List;

/** The slow twin of {@link RemainingLifeKernel}: walks the axis one microsecond at a time. */
final class RemainingLifeOracle {

    /** Stands for any component of the machine. */
    static final int MACHINE = -1;

    private RemainingLifeOracle() {}

    static Remaining label(
            List<Happening> failures, List<Happening> maintenance, int component, long end, long cap, long asOf) {
        Remaining uncapped = walk(failures, maintenance, component, end, asOf);
        return uncapped.micros() < cap ? uncapped : new Remaining(cap, false);
    }

    private static Remaining walk(
            List<Happening> failures, List<Happening> maintenance, int component, long end, long asOf) {
        long lastRecord = 0;
        for (Happening failure : failures) {
            lastRecord = Math.max(lastRecord, failure.micros());
        }
        for (long time = asOf; time <= Math.max(lastRecord, end); time++) {
            if (has(failures, component, time)) {
                return new Remaining(time - asOf, false);
            }
            if (component != MACHINE && has(maintenance, component, time)) {
                return new Remaining(Math.min(time, end) - asOf, true);
            }
        }
        return new Remaining(end - asOf, true);
    }

    private static boolean has(List<Happening> records, int component, long time) {
        for (Happening record : records) {
            if (record.micros() == time && (component == MACHINE || record.component() == component)) {
                return true;
            }
        }
        return false;
    }
}
