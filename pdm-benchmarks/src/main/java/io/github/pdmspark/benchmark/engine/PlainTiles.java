package io.github.pdmspark.benchmark.engine;

import java.util.Arrays;

/** Plain sums of one machine per step of time: per sensor the number of values, their sum, the sum of squares. */
final class PlainTiles {

    private static final int SENSORS = Work.SENSORS.size();
    private static final int SUMS = 3;
    private static final int WIDTH = SENSORS * SUMS;

    private long firstTile = -1;
    private double[] sums = new double[0];
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** Takes the values of one reading in; NaN is a missing value. */
    void add(long time, long step, double[][] values, int row) {
        first = Math.min(first, time);
        last = Math.max(last, time);
        int at = place(time / step);
        for (int sensor = 0; sensor < SENSORS; sensor++, at += SUMS) {
            double value = values[sensor][row];
            if (!Double.isNaN(value)) {
                sums[at]++;
                sums[at + 1] += value;
                sums[at + 2] += value * value;
            }
        }
    }

    /** Gives the statistics at every time of the grid, from the first reading to a while after the last one. */
    void sweep(long step, long afterLast, Rows rows) {
        double[] values = new double[SENSORS * Work.WINDOWS * 2];
        for (long index = (first + step - 1) / step; index * step <= last + afterLast; index++) {
            for (int sensor = 0; sensor < SENSORS; sensor++) {
                write(index, sensor, values);
            }
            rows.accept(index * step, values);
        }
    }

    private void write(long index, int sensor, double[] values) {
        double count = 0;
        double sum = 0;
        double squares = 0;
        int at = sensor * Work.WINDOWS * 2;
        for (int window = 0; window < Work.WINDOWS; window++) {
            int tile = (int) ((index - 1 - window - firstTile) * WIDTH) + sensor * SUMS;
            if (tile >= 0 && tile < sums.length) {
                count += sums[tile];
                sum += sums[tile + 1];
                squares += sums[tile + 2];
            }
            values[at + window] = count > 0 ? sum / count : Double.NaN;
            values[at + Work.WINDOWS + window] =
                    count > 1 ? Math.sqrt(Math.max(0, (squares - sum * sum / count) / (count - 1))) : Double.NaN;
        }
    }

    private int place(long tile) {
        if (firstTile < 0) {
            firstTile = tile;
        }
        if (tile < firstTile) {
            double[] wider = new double[sums.length + Math.toIntExact((firstTile - tile) * WIDTH)];
            System.arraycopy(sums, 0, wider, wider.length - sums.length, sums.length);
            sums = wider;
            firstTile = tile;
        }
        int at = Math.toIntExact((tile - firstTile) * WIDTH);
        if (at + WIDTH > sums.length) {
            sums = Arrays.copyOf(sums, Math.max(at + WIDTH, 2 * sums.length));
        }
        return at;
    }

    /** Takes the values of one time, reused for the next one. */
    interface Rows {
        void accept(long asOf, double[] values);
    }
}
