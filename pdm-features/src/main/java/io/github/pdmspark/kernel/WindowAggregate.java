package io.github.pdmspark.kernel;

import java.io.Serializable;

/**
 * A statistic of one's own over the values of one sensor in one window, in plain Java. The program registers it under its
 * name; it travels to the executors by Java serialization. It must depend on nothing but what it is given, or rows would
 * not be the same twice.
 */
public interface WindowAggregate extends Serializable {

    /** The name in specifications and column names. */
    String name();

    /** Changes whenever the values change, so that a saved model never meets other values than it was trained on. */
    int version();

    /** A new accumulator for a window without a value yet. */
    Accumulator start();

    /** Takes in the values of one window. */
    interface Accumulator {

        /**
         * Takes the next value, in the order of time; of one time the smallest first.
         *
         * @param hoursBeforeEnd distance from the end of the window, above zero
         * @param value never NaN
         */
        void add(double hoursBeforeEnd, double value);

        /** The statistic; NaN or an infinity stands for null. */
        double value();
    }
}
