package io.github.pdmspark.simulator;

/**
 * Random numbers that are a function of seed, machine and purpose alone, the same on every JDK: SplitMix64 (Steele, Lea
 * and Flood, 2014) with {@link StrictMath}. A purpose of its own means that asking one for more numbers changes no other.
 */
final class Dice {

    enum Purpose {
        MACHINE,
        LIFE,
        ERRORS,
        DECOYS,
        GAPS,
        READINGS,
        MISSING
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, int machine, Purpose purpose) {
        return new Dice(mix(mix(mix(seed) + machine) + purpose.name().hashCode()));
    }

    /** Dice for one cell of a table, so that any cell can be drawn without those before it. */
    Dice at(int row, String column) {
        return new Dice(mix(state + mix(((long) row << Integer.SIZE) + column.hashCode())));
    }

    /** Uniform in [0, 1). */
    double uniform() {
        state += GOLDEN;
        return (mix(state) >>> 11) * UNIT;
    }

    /** Uniform among {@code from, ..., to}. */
    int between(int from, int to) {
        return from + (int) (uniform() * (to - from + 1));
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /** Weibull with the scale, at a hazard that is {@code hazard} times as high at every age. */
    double weibull(double scale, double shape, double hazard) {
        return scale * StrictMath.pow(exponential(1) / hazard, 1 / shape);
    }

    /** Standard normal (Box and Muller, 1958). */
    double gaussian() {
        double radius = StrictMath.sqrt(2 * exponential(1));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
