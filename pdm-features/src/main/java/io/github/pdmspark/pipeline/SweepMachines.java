package io.github.pdmspark.pipeline;

import io.github.pdmspark.kernel.SweepRange;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;

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
        return new SweptRows<>(new MachineReader(source.kernel(), blocks), range, (reader, sweep) -> FeatureRow::new);
    }
}
