package io.github.pdmspark.split;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** The slice of a row. Slices and counts use the same expression, so that every row is in exactly one. */
record Slicing(SplitTimes times, Optional<HoldOut> holdOut) {

    Column isIn(Slice slice) {
        return slice().equalTo(name(slice));
    }

    /** Name of the slice of a row; walks along the time axis. */
    Column slice() {
        Column asOf = Identifiers.column(Columns.AS_OF);
        return when(asOf.leq(lit(times.lastTraining())), unlessHeldOut(Slice.TRAIN))
                .when(asOf.lt(lit(times.trainUntil())), name(afterTraining()))
                .when(calibrates(asOf), unlessHeldOut(Slice.CALIBRATE))
                .when(asOf.lt(lit(times.test().start())), name(Slice.GAP_BEFORE_TEST))
                .when(asOf.lt(lit(times.test().end())), name(Slice.TEST))
                .otherwise(name(Slice.AFTER_TEST));
    }

    private Column calibrates(Column asOf) {
        Optional<Instant> last = times.lastCalibration();
        return last.map(instant -> asOf.leq(lit(instant))).orElseGet(() -> lit(false));
    }

    private Slice afterTraining() {
        return times.calibrateUntil().isPresent() ? Slice.GAP_BEFORE_CALIBRATE : Slice.GAP_BEFORE_TEST;
    }

    private Column unlessHeldOut(Slice slice) {
        return holdOut.map(h -> when(h.holds(), name(Slice.HELD_OUT)).otherwise(name(slice)))
                .orElseGet(() -> name(slice));
    }

    private static Column name(Slice slice) {
        return lit(slice.name());
    }
}
