package io.github.pdmspark.pipeline;

import com.google.common.collect.AbstractIterator;
import io.github.pdmspark.kernel.MachineRecords;
import io.github.pdmspark.kernel.MachineSweep;
import io.github.pdmspark.kernel.SweepRange;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.jspecify.annotations.Nullable;

/** Runs the kernel over the blocks of one machine after the other; expects the blocks of a machine side by side. */
final class SweepMachines implements MapPartitionsFunction<RecordBlock, FeatureRow> {

    private static final long serialVersionUID = 1L;

    private final KernelSource source;
    private final SweepRange range;

    SweepMachines(KernelSource source, SweepRange range) {
        this.source = source;
        this.range = range;
    }

    @Override
    public Iterator<FeatureRow> call(Iterator<RecordBlock> blocks) {
        return new Rows(
                new MachineReader(source.kernel(), blocks),
                range,
                source.spec().featureNames().size());
    }

    private static final class Rows extends AbstractIterator<FeatureRow> {

        private final MachineReader machines;
        private final SweepRange range;
        private final int features;
        private @Nullable MachineSweep sweep;

        Rows(MachineReader machines, SweepRange range, int features) {
            this.machines = machines;
            this.range = range;
            this.features = features;
        }

        @Override
        protected @Nullable FeatureRow computeNext() {
            while (sweep == null || !sweep.next()) {
                MachineRecords machine = machines.next();
                if (machine == null) {
                    return endOfData();
                }
                sweep = machines.isListed() ? machine.sweep(range) : null;
            }
            return row(sweep);
        }

        private FeatureRow row(MachineSweep current) {
            double[] values = new double[features];
            for (int i = 0; i < features; i++) {
                values[i] = current.value(i);
            }
            FeatureRow row = new FeatureRow();
            row.setMachineId(machines.machineId());
            row.setAsOf(current.asOf());
            row.setStatus(current.status().name());
            row.setCoverage(current.coverage());
            row.setValues(values);
            return row;
        }
    }
}
