package io.github.pdmspark.pipeline;

import com.google.common.collect.AbstractIterator;
import io.github.pdmspark.kernel.MachineRecords;
import io.github.pdmspark.kernel.MachineSweep;
import io.github.pdmspark.kernel.SweepRange;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of one machine after the other. */
final class SweptRows<R extends FeatureRow> extends AbstractIterator<R> {

    private final MachineReader machines;
    private final SweepRange range;
    private final BiFunction<MachineReader, MachineSweep, Supplier<R>> newRows;
    private @Nullable MachineSweep sweep;
    private @Nullable Supplier<R> newRow;

    /**
     * @param newRows given a machine, makes a row of its current prediction time that still lacks the features
     */
    SweptRows(MachineReader machines, SweepRange range, BiFunction<MachineReader, MachineSweep, Supplier<R>> newRows) {
        this.machines = machines;
        this.range = range;
        this.newRows = newRows;
    }

    @Override
    protected @Nullable R computeNext() {
        while (sweep == null || newRow == null || !sweep.next()) {
            MachineRecords machine = machines.next();
            if (machine == null) {
                return endOfData();
            }
            sweep = machines.isListed() ? machine.sweep(range) : null;
            newRow = sweep == null ? null : newRows.apply(machines, sweep);
        }
        return filled(newRow.get(), sweep);
    }

    private R filled(R row, MachineSweep current) {
        row.setMachineId(machines.machineId());
        row.setAsOf(current.asOf());
        row.setStatus(current.status().name());
        row.setCoverage(current.coverage());
        row.setValues(current.values());
        return row;
    }
}
