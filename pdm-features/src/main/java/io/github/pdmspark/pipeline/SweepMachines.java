package io.github.pdmspark.pipeline;

import io.github.pdmspark.kernel.MachineSweep;
import io.github.pdmspark.kernel.SweepRange;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Runs the kernel over the blocks of a partition; one column per feature. */
final class SweepMachines implements MapPartitionsFunction<RecordBlock, Row> {

    private static final long serialVersionUID = 1L;
    private static final int KEY_COLUMNS = 4;

    private final KernelSource source;
    private final SweepRange range;

    SweepMachines(KernelSource source, SweepRange range) {
        this.source = source;
        this.range = range;
    }

    @Override
    public Iterator<Row> call(Iterator<RecordBlock> blocks) {
        int features = source.spec().featureNames().size();
        return new MachineRows<>(source, blocks, range) {
            @Override
            Row row(String machineId, MachineSweep sweep) {
                @Nullable Object[] cells = new @Nullable Object[KEY_COLUMNS + features];
                cells[0] = machineId;
                cells[1] = sweep.asOf();
                cells[2] = sweep.status().name();
                cells[3] = orNull(sweep.coverage());
                for (int i = 0; i < features; i++) {
                    cells[KEY_COLUMNS + i] = orNull(sweep.value(i));
                }
                return RowFactory.create(cells);
            }
        };
    }
}
