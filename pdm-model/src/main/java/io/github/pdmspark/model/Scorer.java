package io.github.pdmspark.model;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.time.TimeRange;

/** Raw history in, scores out; knows no label. */
public interface Scorer {

    /**
     * One row per machine and observation time in the range, whether or not it can be scored. Lazy.
     *
     * @throws io.github.pdmspark.error.BundleException if the history lacks what the model needs
     */
    Scores score(FleetHistory history, TimeRange range);
}
