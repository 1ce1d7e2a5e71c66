package io.github.pdmspark.kernel;

/** A statistic of one's own, for tests: how far the values go up and down, and the age of the first one. */
public final class PathLength implements WindowAggregate {

    private static final long serialVersionUID = 1L;

    /** All statistics of one's own that random specifications refer to. */
    public static final WindowAggregates REGISTERED = WindowAggregates.of(new PathLength());

    @Override
    public String name() {
        return "path_length";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Accumulator start() {
        return new Accumulator() {
            private double length = Double.NaN;
            private double latest;

            @Override
            public void add(double hoursBeforeEnd, double value) {
                length = Double.isNaN(length) ? hoursBeforeEnd : length + Math.abs(value - latest);
                latest = value;
            }

            @Override
            public double value() {
                return length;
            }
        };
    }
}
