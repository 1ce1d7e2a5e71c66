package io.github.pdmspark.table;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What every dated table declares: where the rows are, who, when, and since when it was known. */
record Source(
        Dataset<Row> rows,
        @Nullable String machineId,
        @Nullable String time,
        TimeFormat format,
        @Nullable ZoneId zone,
        @Nullable String knownAt,
        Duration delay,
        Set<QualityRule> strict,
        double maxRejectedShare) {

    private static final double HALF = 0.5;

    Source {
        strict = Set.copyOf(strict);
        if (delay.isNegative()) {
            throw new IllegalArgumentException(
                    "A delay cannot be negative, but it is " + delay + ": nothing is known before it happens.");
        }
        if (!(maxRejectedShare >= 0 && maxRejectedShare <= 1)) {
            throw new IllegalArgumentException(
                    "maxRejectedShare is a share from 0 to 1, but it is " + maxRejectedShare + ".");
        }
    }

    static Source of(Dataset<Row> rows) {
        return new Source(rows, null, null, TimeFormat.automatic(), null, null, Duration.ZERO, Set.of(), HALF);
    }

    Source withMachineId(String column) {
        return new Source(rows, column, time, format, zone, knownAt, delay, strict, maxRejectedShare);
    }

    Source withTime(String column, TimeFormat newFormat) {
        return new Source(rows, machineId, column, newFormat, zone, knownAt, delay, strict, maxRejectedShare);
    }

    Source withZone(ZoneId newZone) {
        return new Source(rows, machineId, time, format, newZone, knownAt, delay, strict, maxRejectedShare);
    }

    Source withKnownAt(String column) {
        return new Source(rows, machineId, time, format, zone, column, delay, strict, maxRejectedShare);
    }

    Source withDelay(Duration newDelay) {
        return new Source(rows, machineId, time, format, zone, knownAt, newDelay, strict, maxRejectedShare);
    }

    Source withStrict(Set<QualityRule> rules) {
        return new Source(rows, machineId, time, format, zone, knownAt, delay, rules, maxRejectedShare);
    }

    Source withMaxRejectedShare(double share) {
        return new Source(rows, machineId, time, format, zone, knownAt, delay, strict, share);
    }
}
