package io.github.pdmspark.pipeline;

import com.google.common.collect.AbstractIterator;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.kernel.MachineRecords;
import io.github.pdmspark.kernel.MachineSweep;
import io.github.pdmspark.kernel.SweepRange;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Runs the kernel over the blocks of one machine after the other; expects the blocks of a machine side by side. */
final class SweepMachines implements MapPartitionsFunction<RecordBlock, Row> {

    private static final long serialVersionUID = 1L;
    private static final int KEY_COLUMNS = 4;

    private final String specJson;
    private final SweepRange range;

    SweepMachines(String specJson, SweepRange range) {
        this.specJson = specJson;
        this.range = range;
    }

    @Override
    public Iterator<Row> call(Iterator<RecordBlock> blocks) {
        FeatureSpec spec = FeatureSpec.fromJson(specJson);
        MachineReader machines = new MachineReader(FeatureKernel.of(spec), blocks);
        return new Rows(machines, range, spec.featureNames().size());
    }

    private static final class Rows extends AbstractIterator<Row> {

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
        protected @Nullable Row computeNext() {
            while (sweep == null || !sweep.next()) {
                MachineRecords machine = machines.next();
                if (machine == null) {
                    return endOfData();
                }
                sweep = machines.isListed() ? machine.sweep(range) : null;
            }
            return row(sweep);
        }

        private Row row(MachineSweep current) {
            @Nullable Object[] cells = new @Nullable Object[KEY_COLUMNS + features];
            cells[0] = machines.machineId();
            cells[1] = current.asOf();
            cells[2] = current.status().name();
            cells[3] = orNull(current.coverage());
            for (int i = 0; i < features; i++) {
                cells[KEY_COLUMNS + i] = orNull(current.value(i));
            }
            return RowFactory.create(cells);
        }

        private static @Nullable Double orNull(double value) {
            return Double.isNaN(value) ? null : (Double) value;
        }
    }
}
