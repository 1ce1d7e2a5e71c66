package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.Episode;
import java.util.List;

/** A {@link Rule} at work on one machine, fed in the order in which things became visible. Times in microseconds. */
interface Detector {

    /** A scored row. */
    void score(long asOf, double[] scores);

    /** A repair or failure that happened at {@code event} and is seen at {@code visible}. */
    void renewal(int component, long event, long visible);

    /** An error that happened at {@code event} and is visible from now on. */
    default void error(String code, long event) {}

    /** The episodes of one component, by start. */
    List<Episode> episodes(int component);
}
