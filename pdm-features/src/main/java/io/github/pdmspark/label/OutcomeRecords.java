package io.github.pdmspark.label;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.quality.TableSummary;
import io.github.pdmspark.schema.Columns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Observation spans, failures and maintenance of a fleet as one dataset: the records of a machine stand together in one
 * partition, its span first, then its failures. Times are microseconds, so that no session zone can touch them.
 */
final class OutcomeRecords {

    static final int MACHINE = 0;
    static final int KIND = 1;
    static final int TIME = 2;
    static final int END = 3;
    static final int COMPONENT = 4;

    static final int SPAN = 0;
    static final int FAILURE = 1;
    static final int MAINTENANCE = 2;

    private OutcomeRecords() {}

    static Dataset<Row> of(FleetHistory history) {
        requireFailures(history);
        return records(history.failures(), FAILURE)
                .union(records(history.maintenance(), MAINTENANCE))
                .union(spans(history))
                .repartition(col(Columns.MACHINE_ID))
                .sortWithinPartitions(col(Columns.MACHINE_ID), col("kind"));
    }

    /** Failures and maintenance without spans. */
    static Dataset<Row> events(FleetHistory history) {
        requireFailures(history);
        return named(history.failures(), FAILURE).unionByName(named(history.maintenance(), MAINTENANCE));
    }

    private static Dataset<Row> named(Dataset<Row> table, int kind) {
        return table.select(
                col(Columns.MACHINE_ID),
                lit(kind).as("kind"),
                col(Columns.EVENT_TIME),
                col(Columns.COMPONENT).as("name"));
    }

    private static Dataset<Row> records(Dataset<Row> table, int kind) {
        return table.select(
                col(Columns.MACHINE_ID),
                lit(kind).as("kind"),
                micros(Columns.EVENT_TIME),
                lit(null).cast("bigint"),
                col(Columns.COMPONENT));
    }

    private static Dataset<Row> spans(FleetHistory history) {
        return ObservationGrid.spans(history)
                .select(
                        col(Columns.MACHINE_ID),
                        lit(SPAN),
                        micros(ObservationGrid.FIRST_READING),
                        micros(ObservationGrid.END_OF_OBSERVATION),
                        lit(null).cast("string"));
    }

    private static Column micros(String timestamp) {
        return expr("unix_micros(" + timestamp + ")");
    }

    private static void requireFailures(FleetHistory history) {
        if (!history.hasFailures()) {
            throw noFailures(
                    "The history has no failure log, so no row can be labelled.",
                    "FleetHistory.builder().failures(FailureLog.from(...).machineId(...).time(...).component(...))");
        }
        TableSummary log = history.quality().table("failures");
        if (log.accepted() == 0) {
            throw noFailures(
                    "The failure log has no accepted row (" + log.rowsIn() + " read, " + log.quarantined()
                            + " quarantined), so no row can be labelled.",
                    "look at history.quality() for the rules that rejected rows, or give a longer log.");
        }
    }

    private static TrainingException noFailures(String message, String fix) {
        return new TrainingException(new Problem(ErrorCondition.PDM_NO_FAILURES, message, fix));
    }
}
