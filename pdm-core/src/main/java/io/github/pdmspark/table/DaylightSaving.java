package io.github.pdmspark.table;

import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;

/**
 * The local times of a zone that never were and those that were twice. The clocks of today's rules are followed for some
 * years; by how much they are set back does not change after that.
 *
 * @param zone the zone
 * @param setBack by how much its clocks were ever set back
 */
record DaylightSaving(ZoneId zone, Set<Duration> setBack) {

    private static final Instant FIRST = Instant.parse("1971-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2050-01-01T00:00:00Z");

    static DaylightSaving of(ZoneId zone) {
        Set<Duration> lengths = new TreeSet<>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            if (next.isOverlap()) {
                lengths.add(next.getDuration().negated());
            }
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return new DaylightSaving(zone, lengths);
    }

    /** True where the local time was skipped; {@code wall} is the local time as if it were UTC. */
    Column skipped(Column value, Column wall) {
        return local(value).notEqual(wall);
    }

    /** True where the local time was twice. */
    Column twice(Column value, Column wall) {
        return setBack.stream()
                .map(length -> local(timestamp_micros(unix_micros(value).plus(lit(Micros.of(length)))))
                        .equalTo(wall))
                .reduce(lit(false), Column::or);
    }

    private Column local(Column value) {
        return from_utc_timestamp(value, zone.getId());
    }
}
