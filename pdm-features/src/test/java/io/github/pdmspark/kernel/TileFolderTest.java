package io.github.pdmspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TileFolderTest {

    private static final long HOUR = 3_600_000_000L;
    private static final FeatureKernel KERNEL = FeatureKernel.of(new FeatureSpec(
            Cadence.every(Duration.ofHours(12)),
            List.of(new RollingStatistic(Statistic.MEAN, List.of("a", "b"), List.of(Duration.ofHours(24)))),
            Optional.empty(),
            0));

    @Test
    void readingsOfOneTileTakeOnePlaceInAnyOrder() {
        TileFolder folder = KERNEL.folder(Long.MAX_VALUE);
        for (int i = 0; i < 24; i++) {
            add(folder, "m", (i * 7) % 24);
        }

        List<TileBlock> blocks = ImmutableList.copyOf(folder.drain());
        assertThat(blocks).hasSize(1);
        TileStore tiles = unpacked(blocks.get(0));
        assertThat(tiles.size()).isEqualTo(2);
        assertThat(tiles.states()[tiles.state(0) + StateLayout.READINGS]).isEqualTo(12);
        assertThat(tiles.states()[tiles.state(1) + StateLayout.READINGS]).isEqualTo(12);
    }

    @Test
    void sensorWithoutAValueTakesNoRoom() {
        TileFolder folder = KERNEL.folder(Long.MAX_VALUE);
        TileFolder both = KERNEL.folder(Long.MAX_VALUE);
        folder.add("m", 0, 0, new double[] {Double.NaN, 1});
        both.add("m", 0, 0, new double[] {1, 1});

        int absent = folder.drain().next().bytes().length;
        assertThat(absent).isLessThan(both.drain().next().bytes().length).isLessThan(32);
    }

    @Test
    void budgetCountsAllMachinesAndDrainingEmpties() {
        TileFolder folder = KERNEL.folder(50_000);
        int machines = 0;
        while (!folder.isFull() && machines < 1_000) {
            add(folder, "m" + machines++, 0);
        }

        assertThat(machines).isBetween(20, 100);
        assertThat(ImmutableList.copyOf(folder.drain())).hasSize(machines);
        assertThat(folder.isFull()).isFalse();
        assertThat(folder.drain().hasNext()).isFalse();
    }

    @Test
    void longHistoryBecomesSeveralBlocks() {
        TileFolder folder = KERNEL.folder(Long.MAX_VALUE);
        for (int i = 0; i < 5_000; i++) {
            add(folder, "m", 12L * i);
        }

        List<TileBlock> blocks = ImmutableList.copyOf(folder.drain());
        assertThat(blocks).hasSizeGreaterThan(1).allMatch(block -> block.bytes().length <= 1 << 18);
        assertThat(blocks).extracting(TileBlock::firstReading).isSorted();
    }

    private static TileStore unpacked(TileBlock block) {
        StateLayout layout = new StateLayout(List.of(List.of(Moments.INSTANCE), List.of(Moments.INSTANCE)));
        TileStore tiles = new TileStore(layout);
        new TileCodec(layout).unpack(block.bytes(), tiles);
        return tiles;
    }

    private static void add(TileFolder folder, String machine, long hour) {
        folder.add(machine, hour * HOUR, hour * HOUR, new double[] {hour, -hour});
    }
}
