package io.github.pdmspark.quality;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Row;

/**
 * How far the delay of one machine is from that of the machine in the middle.
 *
 * @param length the distance
 * @param machine whose clock it is
 */
record ClockSkew(Duration length, String machine) {

    /** From the shortest delays of all machines; a sensor without a value has none. */
    static ClockSkew of(Row row) {
        if (row.getAs("middle") == null) {
            return new ClockSkew(Duration.ZERO, "");
        }
        long middle = row.<Long>getAs("middle");
        long ahead = middle - row.<Long>getAs("delay_min");
        long behind = row.<Long>getAs("delay_max") - middle;
        return ahead > behind
                ? new ClockSkew(Duration.of(ahead, ChronoUnit.MICROS), row.getAs("delay_min_machine"))
                : new ClockSkew(Duration.of(behind, ChronoUnit.MICROS), row.getAs("delay_max_machine"));
    }
}
