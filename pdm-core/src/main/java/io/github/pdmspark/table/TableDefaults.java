package io.github.pdmspark.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What holds for every table of a fleet unless the table says otherwise.
 *
 * @param zone the zone of times without one
 * @param readAt when the tables were read: nothing can be dated more than a day later
 */
public record TableDefaults(Optional<ZoneId> zone, Optional<Instant> readAt) {

    static final TableDefaults NONE = new TableDefaults(Optional.empty(), Optional.empty());
}
