package io.github.pdmspark.pipeline;

import com.google.common.collect.AbstractIterator;
import io.github.pdmspark.kernel.MachineRecords;
import io.github.pdmspark.kernel.MachineSweep;
import io.github.pdmspark.kernel.SweepRange;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Sweeps over one machine after the other; expects the blocks of a machine side by side. */
abstract class MachineRows<T> extends AbstractIterator<T> {

    private final MachineReader machines;
    private final SweepRange range;
    private @Nullable MachineSweep sweep;

    MachineRows(KernelSource source, Iterator<RecordBlock> blocks, SweepRange range) {
        this.machines = new MachineReader(source.kernel(), blocks);
        this.range = range;
    }

    @Override
    protected @Nullable T computeNext() {
        while (sweep == null || !sweep.next()) {
            MachineRecords machine = machines.next();
            if (machine == null) {
                return endOfData();
            }
            sweep = machines.isListed() ? machine.sweep(range) : null;
        }
        return row(machines.machineId(), sweep);
    }

    /** The row at the current prediction time. */
    abstract T row(String machineId, MachineSweep sweep);

    static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
