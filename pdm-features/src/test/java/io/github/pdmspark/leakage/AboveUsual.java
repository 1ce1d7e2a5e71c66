package io.github.pdmspark.leakage;

import io.github.pdmspark.kernel.WindowAggregate;

/** How many values of a window are above what is usual; a leak if "usual" was measured on everything. */
final class AboveUsual implements WindowAggregate {

    private static final long serialVersionUID = 1L;

    private final double usual;

    AboveUsual(double usual) {
        this.usual = usual;
    }

    @Override
    public String name() {
        return "above_usual";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Accumulator start() {
        return new Accumulator() {
            private int above;

            @Override
            public void add(double hoursBeforeEnd, double value) {
                above += value > usual ? 1 : 0;
            }

            @Override
            public double value() {
                return above;
            }
        };
    }
}
