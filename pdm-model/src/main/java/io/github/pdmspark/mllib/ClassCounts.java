package io.github.pdmspark.mllib;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.model.TrainingSet;
import io.github.pdmspark.schema.Identifiers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * Which classes a training set has, with their rows.
 *
 * @param rowsBySlot rows by index of the class
 * @param weighted whether any row weighs something else than 1
 */
record ClassCounts(Map<Integer, Long> rowsBySlot, boolean weighted) {

    ClassCounts {
        rowsBySlot = new TreeMap<>(rowsBySlot);
    }

    /** Runs one Spark job. */
    static ClassCounts of(TrainingSet data) {
        List<Row> found = data.rows()
                .select(
                        Identifiers.column(data.labelColumn()).cast("double").as("label"),
                        Identifiers.column(data.weightColumn()).cast("double").as("weight"))
                .groupBy(col("label"))
                .agg(count(lit(1)), min("weight"), max("weight"))
                .limit(data.classes().size() + 1)
                .collectAsList();
        Map<Integer, Long> rowsBySlot = new TreeMap<>();
        boolean weighted = false;
        for (Row row : found) {
            rowsBySlot.put(slot(row, data.classes()), row.getLong(1));
            weighted |= row.getDouble(2) != 1.0 || row.getDouble(3) != 1.0;
        }
        return new ClassCounts(rowsBySlot, weighted);
    }

    /** Slots of the classes that have rows, ascending. */
    List<Integer> slots() {
        return List.copyOf(rowsBySlot.keySet());
    }

    void requireTwoClasses(List<String> classes) {
        if (rowsBySlot.isEmpty()) {
            throw new TrainingException(new Problem(
                    ErrorCondition.PDM_NO_USABLE_ROWS,
                    "There are no rows to train on (0 of any class).",
                    "See the waterfall of the dataset for what was left out, and train on a longer period."));
        }
        if (rowsBySlot.size() == 1) {
            int only = slots().get(0);
            throw new TrainingException(new Problem(
                    ErrorCondition.PDM_NO_FAILURES,
                    "All " + rowsBySlot.get(only) + " training rows are of class '" + classes.get(only)
                            + "'; the classes are " + classes + ".",
                    "Train on a period that has rows with and without a failure, or choose a longer horizon."));
        }
    }

    private static int slot(Row row, List<String> classes) {
        double label = row.isNullAt(0) ? Double.NaN : row.getDouble(0);
        int slot = (int) label;
        if (slot != label || slot < 0 || slot >= classes.size()) {
            throw new IllegalArgumentException("Label " + row.get(0) + " is not an index into the " + classes.size()
                    + " classes " + classes + ".");
        }
        return slot;
    }
}
