package io.github.pdmspark.examples.notebook;

import io.github.pdmspark.kernel.WindowAggregate;

/** How many readings in a row were each above the one before, at most. */
// region aggregate
record LongestRise() implements WindowAggregate {

    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
        return "longest_rise";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Accumulator start() {
        return new Accumulator() {

            private double last = Double.NaN;
            private int rise;
            private int longest;
            private boolean seen;

            @Override
            public void add(double hoursBeforeEnd, double value) {
                rise = value > last ? rise + 1 : 0;
                longest = Math.max(longest, rise);
                last = value;
                seen = true;
            }

            @Override
            public double value() {
                return seen ? longest : Double.NaN;
            }
        };
    }
}
// endregion
