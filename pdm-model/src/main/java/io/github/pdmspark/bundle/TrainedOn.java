package io.github.pdmspark.bundle;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows behind a model.
 *
 * @param firstAsOf earliest observation time of a row that trained
 * @param lastAsOf latest observation time of a row that trained
 * @param machines different machines among the rows that trained
 * @param rowsByStatus all rows of the training slice by row status; only {@code USABLE} ones can train
 * @param rowsByClass rows that trained, by class
 */
public record TrainedOn(
        Instant firstAsOf,
        Instant lastAsOf,
        long machines,
        Map<String, Long> rowsByStatus,
        Map<String, Long> rowsByClass) {

    public TrainedOn {
        rowsByStatus = Collections.unmodifiableMap(new TreeMap<>(rowsByStatus));
        rowsByClass = Collections.unmodifiableMap(new TreeMap<>(rowsByClass));
    }
}
