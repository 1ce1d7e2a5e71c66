package io.github.pdmspark.training;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.github.pdmspark.bundle.TrainedOn;
import io.github.pdmspark.dataset.RowStatus;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.model.Target;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.time.Micros;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * How many rows of a slice there are, and how many train.
 *
 * @param byStatus all rows by row status
 * @param byClass rows that train, by class; classes without rows are absent
 */
record SliceCounts(Map<String, Long> byStatus, Map<String, Long> byClass) {

    /** Runs one Spark job, which computes the rows. */
    static SliceCounts of(TrainingRows rows, List<String> classes) {
        List<Row> groups = rows.all()
                .groupBy(TrainingRows.STATUS, TrainingRows.TRAINS, TrainingRows.LABEL)
                .agg(count(lit(1)))
                .collectAsList();
        Map<String, Long> byStatus = new TreeMap<>();
        Map<String, Long> byClass = new TreeMap<>();
        for (Row group : groups) {
            byStatus.merge(group.getString(0), group.getLong(3), Long::sum);
            if (group.getBoolean(1)) {
                byClass.merge(name(group, classes), group.getLong(3), Long::sum);
            }
        }
        return new SliceCounts(byStatus, byClass);
    }

    private static String name(Row group, List<String> classes) {
        int place = (int) group.getDouble(2);
        if (place < 0) {
            throw new IllegalArgumentException("Usable rows name a component that is not among " + classes
                    + ", or none at all. Build the dataset with LabelledDataset.of(...).");
        }
        return classes.get(place);
    }

    /** Rows that could train. */
    long usable() {
        return byStatus.getOrDefault(RowStatus.USABLE.name(), 0L);
    }

    /** Fails unless there is something to tell apart. */
    void requireTwoClasses(Target target) {
        if (byClass.isEmpty()) {
            throw new TrainingException(new Problem(
                    ErrorCondition.PDM_NO_USABLE_ROWS,
                    "No row of the training slice is usable: " + byStatus + ".",
                    "Train on a longer period; the statuses say why rows were left out."));
        }
        if (byClass.size() == 1) {
            throw new TrainingException(new Problem(
                    ErrorCondition.PDM_NO_FAILURES,
                    "All training rows are of one class: " + byClass + ", within " + target.horizon()
                            + " after a lead of " + target.lead() + "; components are " + target.components() + ".",
                    "Train on a period with failures, or choose a longer horizon."));
        }
    }

    /** Runs one Spark job over the rows that train. */
    TrainedOn trainedOn(TrainingRows rows) {
        Row found = rows.training()
                .agg(
                        functions.unix_micros(min(col(Columns.AS_OF))),
                        functions.unix_micros(max(col(Columns.AS_OF))),
                        count_distinct(Identifiers.column(Columns.MACHINE_ID)))
                .first();
        return new TrainedOn(
                Micros.instant(found.getLong(0)),
                Micros.instant(found.getLong(1)),
                found.getLong(2),
                byStatus,
                byClass);
    }
}
