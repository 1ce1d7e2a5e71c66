package io.github.pdmspark.dataset;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.dataset.Waterfall.ClassRows;
import io.github.pdmspark.dataset.Waterfall.Step;
import io.github.pdmspark.label.LabelColumns;
import io.github.pdmspark.label.LabelStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;

/** Counts a {@link Waterfall} in one aggregation. */
final class WaterfallCount {

    private static final int STATUS = 0;
    private static final int LABEL = 1;
    private static final int ROWS = 2;
    private static final int SEVERAL = 3;

    private WaterfallCount() {}

    static Waterfall of(LabelledDataset dataset) {
        List<Row> groups = groups(dataset);
        List<Step> steps = Arrays.stream(RowStatus.values())
                .map(status -> new Step(status, sum(groups, ROWS, has(STATUS, status.name()))))
                .toList();
        Predicate<Row> usable = has(STATUS, RowStatus.USABLE.name());
        List<ClassRows> classes = new ArrayList<>();
        classes.add(
                new ClassRows(LabelStatus.NEGATIVE.name(), sum(groups, ROWS, usable.and(row -> row.isNullAt(LABEL)))));
        dataset.components()
                .forEach(component ->
                        classes.add(new ClassRows(component, sum(groups, ROWS, usable.and(has(LABEL, component))))));
        return new Waterfall(steps, classes, sum(groups, SEVERAL, usable));
    }

    /** At most one row for each status and component. */
    private static List<Row> groups(LabelledDataset dataset) {
        return dataset.rows()
                .groupBy(col(LabelledDataset.ROW_STATUS), col(LabelColumns.LABEL))
                .agg(
                        count(lit(1)),
                        count(when(size(col(LabelColumns.LABEL_COMPONENTS)).gt(1), lit(1))))
                .collectAsList();
    }

    private static Predicate<Row> has(int column, String value) {
        return row -> Objects.equals(row.get(column), value);
    }

    private static long sum(List<Row> groups, int column, Predicate<Row> which) {
        return groups.stream()
                .filter(which)
                .mapToLong(row -> row.getLong(column))
                .sum();
    }
}
