package io.github.pdmspark.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TileCodecTest {

    @Test
    void anyNumbersComeBackInTheirBits() {
        Random random = new Random(7);
        long[] wholes =
                random.longs(2_000).map(number -> number >> random.nextInt(64)).toArray();
        double[] doubles = IntStream.range(0, wholes.length)
                .mapToDouble(i -> Double.longBitsToDouble(wholes[i] << random.nextInt(64)))
                .toArray();
        NumberWriter out = new NumberWriter(wholes.length * 2 * (NumberWriter.LONGEST_WHOLE + Double.BYTES + 1));
        for (int i = 0; i < wholes.length; i++) {
            out.writeWhole(wholes[i]);
            out.write(doubles[i]);
            if (i % 3 == 0) {
                out.write(-doubles[i]);
            }
        }

        NumberReader in = new NumberReader(out.toBytes());
        for (int i = 0; i < wholes.length; i++) {
            assertThat(in.readWhole()).isEqualTo(wholes[i]);
            assertThat(bits(in.read())).isEqualTo(bits(doubles[i]));
            if (i % 3 == 0) {
                assertThat(bits(in.read())).isEqualTo(bits(-doubles[i]));
            }
        }
    }

    @Test
    void specialNumbersComeBackInTheirBits() {
        double[] special = {
            0.0,
            -0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            1
        };
        NumberWriter out = new NumberWriter(special.length * 10);
        for (double number : special) {
            out.write(number);
        }
        for (long number : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            out.writeWhole(number);
        }

        NumberReader in = new NumberReader(out.toBytes());
        for (double number : special) {
            assertThat(bits(in.read())).isEqualTo(bits(number));
        }
        for (long number : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(in.readWhole()).isEqualTo(number);
        }
    }

    @Test
    void tilesOfManySensorsComeBackWithTheirGaps() {
        int sensors = 130;
        StateLayout layout =
                new StateLayout(Collections.nCopies(sensors, List.of(Moments.INSTANCE, CommonValue.INSTANCE)));
        Random random = new Random(11);
        TileStore tiles = new TileStore(layout);
        for (int i = 0; i < 50; i++) {
            int entry = tiles.append(random.nextLong() >> 40, random.nextLong() >> 40);
            for (int reading = 0; reading < 3; reading++) {
                tiles.add(
                        entry,
                        random.nextLong() >> 12,
                        random.doubles(sensors)
                                .map(value -> value < 0.5 ? Double.NaN : value)
                                .toArray());
            }
        }
        TileCodec codec = new TileCodec(layout);
        TileStore unpacked = new TileStore(layout);
        codec.unpack(codec.pack(tiles, 0, 20, codec.writer(20)), unpacked);
        codec.unpack(codec.pack(tiles, 20, 50, codec.writer(30)), unpacked);

        assertThat(unpacked.size()).isEqualTo(50);
        for (int i = 0; i < 50; i++) {
            assertThat(unpacked.tile(i)).isEqualTo(tiles.tile(i));
            assertThat(unpacked.visibleFrom(i)).isEqualTo(tiles.visibleFrom(i));
            assertThat(unpacked.firstReading(i)).isEqualTo(tiles.firstReading(i));
            assertThat(unpacked.lastReading(i)).isEqualTo(tiles.lastReading(i));
            for (int state = 0; state < layout.size(); state++) {
                assertThat(bits(unpacked.states()[unpacked.state(i) + state]))
                        .isEqualTo(bits(tiles.states()[tiles.state(i) + state]));
            }
        }
    }

    private static long bits(double number) {
        return Double.doubleToRawLongBits(number);
    }
}
