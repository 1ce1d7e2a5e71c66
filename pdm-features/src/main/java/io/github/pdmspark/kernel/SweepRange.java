package io.github.pdmspark.kernel;

import java.io.Serializable;

/** Which prediction times a machine gets; all times in microseconds since the epoch, both ends included. */
public sealed interface SweepRange extends Serializable {

    /**
     * From the first reading of the machine to a fixed end; none for a machine without a reading.
     *
     * @param end latest prediction time
     */
    record FromFirstReadingTo(long end) implements SweepRange {}

    /**
     * From the first reading of the machine to a while after its last one; none for a machine without a reading.
     *
     * @param afterLastReading microseconds that the machine counts as observed after its last reading
     */
    record WhileObserved(long afterLastReading) implements SweepRange {}

    /**
     * The same times for every machine, with readings or without.
     *
     * @param start earliest prediction time
     * @param end latest prediction time
     */
    record Between(long start, long end) implements SweepRange {}
}
