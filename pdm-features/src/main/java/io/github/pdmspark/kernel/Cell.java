package io.github.pdmspark.kernel;

/** A value of one machine at the current prediction time; NaN stands for null. */
@FunctionalInterface
interface Cell {

    double value();
}
