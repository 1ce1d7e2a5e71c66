package io.github.pdmspark.pipeline;

/** One reading as Spark hands it over. */
interface Reading {

    /** The machine's id in UTF-8: text for every reading would cost more than all sums. */
    byte[] getMachineId();

    /** Microseconds since the epoch. */
    long getEventTime();

    /** Microseconds since the epoch. */
    long getKnownAt();

    /** One value per sensor; may write into {@code reused}. */
    double[] valuesIn(double[] reused);
}
