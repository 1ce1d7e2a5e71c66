package io.github.pdmspark.examples.harddrives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.evaluation.EventMetrics;
import io.github.pdmspark.evaluation.Share;
import io.github.pdmspark.time.Micros;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What looking at the highest scores of each day finds.
 *
 * @param visits drives a day
 * @param metrics the verdict by failures
 * @param drives one entry per failed drive
 */
record BudgetVerdict(int visits, EventMetrics metrics, List<FailedDrive> drives) {

    /** Column with the power-on hours that a drive counted in a day. */
    static final String HOURS_COUNTED = "hours_counted";

    private static final int MOST_DRIVES = 1_000;

    BudgetVerdict {
        drives = List.copyOf(drives);
    }

    /**
     * Runs one Spark job; brings one row per failed drive to the driver, at most 1,000.
     *
     * @param hours how many hours the drive counted on the last day of each drive
     */
    static BudgetVerdict of(
            int visits, EventMetrics metrics, Dataset<Row> failures, Dataset<Row> machines, Dataset<Row> hours) {
        List<FailedDrive> drives = failures
                .join(machines, "machine_id")
                .join(hours, new String[] {"machine_id"}, "left")
                .select(
                        col("machine_id"),
                        col("model"),
                        unix_micros(col("failed_at")),
                        col("outcome"),
                        col("lead_hours"),
                        coalesce(col(HOURS_COUNTED).equalTo(0), lit(false)))
                .orderBy("failed_at", "machine_id")
                .takeAsList(MOST_DRIVES)
                .stream()
                .map(FailedDrive::of)
                .toList();
        return new BudgetVerdict(visits, metrics, drives);
    }

    /** The found drives out of those whose power-on hours stood still on their last day. */
    Share foundStoodStill() {
        return found(drives.stream().filter(FailedDrive::stoodStill).toList());
    }

    /** The found drives out of those that still ran. */
    Share foundRunning() {
        return found(drives.stream().filter(drive -> !drive.stoodStill()).toList());
    }

    private static Share found(List<FailedDrive> kind) {
        return new Share(kind.stream().filter(FailedDrive::isFound).count(), kind.size());
    }

    /**
     * A drive that failed in the test.
     *
     * @param failedAt end of its last day
     * @param outcome what the alarms did about it
     * @param leadHours from the first alarm to the failure, if there was one
     * @param stoodStill whether its power-on hours did not rise on its last day: it hung or was dead already
     */
    record FailedDrive(
            String drive,
            String model,
            Instant failedAt,
            String outcome,
            OptionalDouble leadHours,
            boolean stoodStill) {

        boolean isFound() {
            return leadHours.isPresent();
        }

        private static FailedDrive of(Row row) {
            return new FailedDrive(
                    row.getString(0),
                    row.getString(1),
                    Micros.instant(row.getLong(2)),
                    row.getString(3),
                    row.isNullAt(4) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(4)),
                    row.getBoolean(5));
        }
    }
}
