package io.github.pdmspark.pipeline;

import io.github.pdmspark.kernel.MachineSweep;
import io.github.pdmspark.kernel.SweepRange;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.jspecify.annotations.Nullable;

/** Runs the kernel over the blocks of a partition; all features in one column. */
final class SweepVectors implements MapPartitionsFunction<RecordBlock, VectorRow> {

    private static final long serialVersionUID = 1L;

    private final KernelSource source;
    private final SweepRange range;

    SweepVectors(KernelSource source, SweepRange range) {
        this.source = source;
        this.range = range;
    }

    @Override
    public Iterator<VectorRow> call(Iterator<RecordBlock> blocks) {
        int features = source.spec().featureNames().size();
        return new MachineRows<>(source, blocks, range) {
            @Override
            VectorRow row(String machineId, MachineSweep sweep) {
                @Nullable Double[] values = new @Nullable Double[features];
                for (int i = 0; i < features; i++) {
                    values[i] = orNull(sweep.value(i));
                }
                VectorRow row = new VectorRow();
                row.setMachineId(machineId);
                row.setAsOf(sweep.asOf());
                row.setFeatureStatus(sweep.status().name());
                row.setCoverage(orNull(sweep.coverage()));
                row.setFeatures(values);
                return row;
            }
        };
    }
}
