package io.github.pdmspark.pipeline;

import io.github.pdmspark.kernel.MachineSweep;
import io.github.pdmspark.kernel.SweepRange;
import io.github.pdmspark.pipeline.RowCompanion.Machine;
import io.github.pdmspark.pipeline.RowCompanion.Remark;
import java.util.Iterator;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.MapPartitionsFunction;

/** The same as {@link SweepMachines} with a companion beside the kernel. */
final class SweepWithCompanion implements MapPartitionsFunction<RecordBlock, AccompaniedRow> {

    private static final long serialVersionUID = 1L;

    private final KernelSource source;
    private final SweepRange range;
    private final RowCompanion companion;

    SweepWithCompanion(KernelSource source, SweepRange range, RowCompanion companion) {
        this.source = source;
        this.range = range;
        this.companion = companion;
    }

    @Override
    public Iterator<AccompaniedRow> call(Iterator<RecordBlock> blocks) {
        return new SweptRows<>(new MachineReader(source.kernel(), blocks), range, this::rows);
    }

    private Supplier<AccompaniedRow> rows(MachineReader reader, MachineSweep sweep) {
        LongFunction<Remark> remarks =
                companion.of(new Machine(reader.machineId(), sweep.start(), sweep.end()), reader.companionRecords());
        return () -> {
            Remark remark = remarks.apply(sweep.asOf());
            AccompaniedRow row = new AccompaniedRow();
            row.setTexts(remark.texts().toArray(String[]::new));
            row.setNumber(remark.number());
            return row;
        };
    }
}
