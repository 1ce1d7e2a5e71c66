package io.github.pdmspark.hazard;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How a classifier is told which period a row is about. */
public enum PeriodCoding {
    /** One number, where the period begins: for trees, which cut it where they like. */
    START {
        @Override
        List<String> columns(Periods periods) {
            return List.of("period_start");
        }

        @Override
        double[] values(Periods periods, int period) {
            return new double[] {periods.starts().get(period)};
        }
    },
    /** A column of 0 or 1 for each period but the first: for logistic regression, whose baseline then has any shape. */
    INDICATORS {
        @Override
        List<String> columns(Periods periods) {
            return IntStream.rangeClosed(2, periods.count())
                    .mapToObj(number -> "in_period_" + number)
                    .toList();
        }

        @Override
        double[] values(Periods periods, int period) {
            return DoubleStream.iterate(1, i -> i + 1)
                    .limit(periods.count() - 1L)
                    .map(i -> i == period ? 1 : 0)
                    .toArray();
        }
    };

    abstract List<String> columns(Periods periods);

    /** The values of {@link #columns} for a period, counted from 0. */
    abstract double[] values(Periods periods, int period);
}
