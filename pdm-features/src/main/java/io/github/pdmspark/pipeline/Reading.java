package io.github.pdmspark.pipeline;

import io.github.pdmspark.kernel.TileFolder;

/** One reading as Spark hands it over. */
interface Reading {

    /** Takes the reading into tiles; {@code reused} may hold its values. */
    void foldInto(TileFolder tiles, double[] reused);

    /** The machine's id in UTF-8. */
    byte[] machineText();

    /** Microseconds since the epoch. */
    long getEventTime();

    /** Microseconds since the epoch. */
    long getKnownAt();

    /** One value per sensor; may write into {@code reused}. */
    double[] valuesIn(double[] reused);
}
