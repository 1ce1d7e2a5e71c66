package io.github.pdmspark.pipeline;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Iterators;
import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.kernel.ReadingBlock;
import io.github.pdmspark.kernel.ReadingFolder;
import io.github.pdmspark.kernel.TileBlock;
import io.github.pdmspark.kernel.TileFolder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.jspecify.annotations.Nullable;

/**
 * Folds the readings of a partition into packed tiles, a bounded number of bytes at a time; packs them as they are beside
 * that, where features read them in the order of time.
 */
final class FoldReadings<R extends Reading> implements MapPartitionsFunction<R, RecordBlock> {

    private static final long serialVersionUID = 1L;
    private static final long BYTE_BUDGET = 32L << 20;

    private final KernelSource source;

    FoldReadings(KernelSource source) {
        this.source = source;
    }

    @Override
    public Iterator<RecordBlock> call(Iterator<R> readings) {
        FeatureKernel kernel = source.kernel();
        TileFolder tiles = kernel.folder(BYTE_BUDGET);
        return kernel.trackedSensors().isEmpty()
                ? new Blocks(readings, tiles)
                : new BlocksWithReadings(readings, tiles, kernel.readingFolder(BYTE_BUDGET));
    }

    /** Drains the folder whenever it is full. */
    private static class Blocks extends AbstractIterator<RecordBlock> {

        private final Iterator<? extends Reading> readings;
        private final TileFolder folder;
        private final double[] reused = new double[NarrowValues.WIDTH];
        private Iterator<RecordBlock> blocks = Collections.emptyIterator();

        Blocks(Iterator<? extends Reading> readings, TileFolder folder) {
            this.readings = readings;
            this.folder = folder;
        }

        @Override
        protected @Nullable RecordBlock computeNext() {
            if (!blocks.hasNext()) {
                while (readings.hasNext() && !isFull()) {
                    add(readings.next(), reused);
                }
                blocks = drain();
            }
            return blocks.hasNext() ? blocks.next() : endOfData();
        }

        boolean isFull() {
            return folder.isFull();
        }

        void add(Reading reading, double[] values) {
            reading.foldInto(folder, values);
        }

        Iterator<RecordBlock> drain() {
            return Iterators.transform(folder.drain(), Blocks::block);
        }

        private static RecordBlock block(TileBlock tiles) {
            return RecordBlock.packed(RecordBlock.TILES, tiles.machineId(), tiles.firstReading(), tiles.bytes());
        }
    }

    private static final class BlocksWithReadings extends Blocks {

        private final ReadingFolder kept;
        private byte[] latestId = {};
        private String latestText = "";

        BlocksWithReadings(Iterator<? extends Reading> readings, TileFolder folder, ReadingFolder kept) {
            super(readings, folder);
            this.kept = kept;
        }

        @Override
        boolean isFull() {
            return super.isFull() || kept.isFull();
        }

        @Override
        void add(Reading reading, double[] values) {
            super.add(reading, values);
            byte[] id = reading.machineText();
            if (!Arrays.equals(latestId, id)) {
                latestId = id;
                latestText = new String(id, StandardCharsets.UTF_8);
            }
            kept.add(latestText, reading.getEventTime(), reading.getKnownAt(), reading.valuesIn(values));
        }

        @Override
        Iterator<RecordBlock> drain() {
            return Iterators.concat(
                    super.drain(), Iterators.transform(kept.drain().iterator(), BlocksWithReadings::block));
        }

        private static RecordBlock block(ReadingBlock readings) {
            return RecordBlock.packed(RecordBlock.READINGS, readings.machineId(), 0, readings.bytes());
        }
    }
}
