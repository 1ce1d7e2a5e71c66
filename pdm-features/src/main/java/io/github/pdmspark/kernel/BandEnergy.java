package io.github.pdmspark.kernel;

/**
 * Energy of a window in a band of oscillations by the discrete Fourier transform, oscillation by oscillation: a band
 * holds few of them, and the number of values needs no power of two.
 */
final class BandEnergy implements OrderedStatistic {

    private final int values;
    private final long period;
    private final int first;
    private final int last;
    private final double[] cosines;
    private final double[] sines;

    /**
     * @param values expected values of the window
     * @param period microseconds between two readings
     * @param shortest shortest period of the band in microseconds, included
     * @param longest longest period of the band in microseconds, excluded
     */
    BandEnergy(int values, long period, long shortest, long longest) {
        long span = values * period;
        this.values = values;
        this.period = period;
        this.first = (int) Math.min(values, span / longest + 1);
        this.last = (int) Math.min(values / 2, span / shortest);
        this.cosines = new double[values];
        this.sines = new double[values];
        for (int i = 0; i < values; i++) {
            cosines[i] = StrictMath.cos(2 * Math.PI * i / values);
            sines[i] = StrictMath.sin(2 * Math.PI * i / values);
        }
    }

    @Override
    public void write(OrderedWindow window, double[] row, int at) {
        if (!isEven(window)) {
            row[at] = Double.NaN;
            return;
        }
        double mean = mean(window);
        double energy = 0;
        for (int oscillation = first; oscillation <= last; oscillation++) {
            double both = 2 * oscillation == values ? 1 : 2;
            energy += both * energy(window, mean, oscillation);
        }
        row[at] = energy;
    }

    private boolean isEven(OrderedWindow window) {
        boolean even = window.size() == values;
        for (int i = 1; even && i < values; i++) {
            even = window.time(i) - window.time(i - 1) == period;
        }
        return even;
    }

    private double mean(OrderedWindow window) {
        double[] sum = {0, 0};
        for (int i = 0; i < values; i++) {
            DoubleDouble.add(sum, 0, window.value(i));
        }
        return (sum[0] + sum[1]) / values;
    }

    private double energy(OrderedWindow window, double mean, int oscillation) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < values; i++) {
            int turn = (int) ((long) i * oscillation % values);
            double deviation = window.value(i) - mean;
            real += deviation * cosines[turn];
            imaginary += deviation * sines[turn];
        }
        return (real * real + imaginary * imaginary) / ((double) values * values);
    }
}
