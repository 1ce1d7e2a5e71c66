package io.github.pdmspark.pipeline;

import com.google.common.collect.AbstractIterator;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.kernel.TileBlock;
import io.github.pdmspark.kernel.TileFolder;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.jspecify.annotations.Nullable;

/** Folds the readings of a partition into packed tiles, a bounded number of bytes at a time. */
final class FoldReadings<R extends Reading> implements MapPartitionsFunction<R, RecordBlock> {

    private static final long serialVersionUID = 1L;
    private static final long BYTE_BUDGET = 32L << 20;

    private final String specJson;

    FoldReadings(String specJson) {
        this.specJson = specJson;
    }

    @Override
    public Iterator<RecordBlock> call(Iterator<R> readings) {
        TileFolder folder = FeatureKernel.of(FeatureSpec.fromJson(specJson)).folder(BYTE_BUDGET);
        return new Blocks(readings, folder);
    }

    private static final class Blocks extends AbstractIterator<RecordBlock> {

        private final Iterator<? extends Reading> readings;
        private final TileFolder folder;
        private final double[] values = new double[NarrowReading.WIDTH];
        private Iterator<TileBlock> blocks = Collections.emptyIterator();

        Blocks(Iterator<? extends Reading> readings, TileFolder folder) {
            this.readings = readings;
            this.folder = folder;
        }

        @Override
        protected @Nullable RecordBlock computeNext() {
            if (!blocks.hasNext()) {
                while (readings.hasNext() && !folder.isFull()) {
                    Reading reading = readings.next();
                    folder.add(
                            reading.getMachineId(),
                            reading.getEventTime(),
                            reading.getKnownAt(),
                            reading.valuesIn(values));
                }
                blocks = folder.drain();
            }
            return blocks.hasNext() ? block(blocks.next()) : endOfData();
        }

        private static RecordBlock block(TileBlock tiles) {
            RecordBlock block = new RecordBlock();
            block.setMachineId(tiles.machineId());
            block.setKind(RecordBlock.TILES);
            block.setEventTime(tiles.firstReading());
            block.setTiles(tiles.bytes());
            return block;
        }
    }
}
