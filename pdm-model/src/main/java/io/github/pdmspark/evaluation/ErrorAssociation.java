package io.github.pdmspark.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which component an error code points to: the one before whose failures it comes most often. Learnt from the failures of the
 * given slice only; a code that came before fewer than two failures points nowhere.
 */
final class ErrorAssociation {

    private static final long FEWEST = 2;

    private ErrorAssociation() {}

    /** Code to component number, from errors in {@code [T - window, T)} of failures T in the range. Runs one Spark job. */
    static Map<String, Integer> learn(EventInput slice, Dataset<Row> errors, Duration window) {
        Column failed = unix_micros(col("f." + Columns.EVENT_TIME));
        Column erred = unix_micros(col("e." + Columns.EVENT_TIME));
        Column counted = failed.geq(Micros.of(slice.range().start()))
                .and(failed.lt(Micros.of(slice.range().end())));
        Column before = col("e." + Columns.MACHINE_ID)
                .equalTo(col("f." + Columns.MACHINE_ID))
                .and(erred.lt(failed))
                .and(erred.geq(failed.minus(Micros.of(window))));
        Dataset<Row> failures = slice.failures().as("f").filter(counted);
        List<Row> pairs = errors.as("e")
                .join(failures, before)
                .groupBy(col("e." + Columns.CODE), col("f." + Columns.COMPONENT))
                .agg(countDistinct(struct(col("f." + Columns.MACHINE_ID), failed))
                        .as("failures"))
                .sort(Columns.CODE, Columns.COMPONENT)
                .collectAsList();
        return strongest(pairs, slice.components());
    }

    private static Map<String, Integer> strongest(List<Row> pairs, List<String> components) {
        Map<String, Integer> component = new HashMap<>();
        Map<String, Long> most = new HashMap<>();
        for (Row pair : pairs) {
            int index = components.indexOf(pair.getString(1));
            long failures = pair.getLong(2);
            if (index >= 0 && failures >= FEWEST && failures > most.getOrDefault(pair.getString(0), 0L)) {
                component.put(pair.getString(0), index);
                most.put(pair.getString(0), failures);
            }
        }
        return component;
    }
}
