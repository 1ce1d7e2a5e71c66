package io.github.pdmspark.split;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.dataset.RowStatus;
import io.github.pdmspark.label.LabelColumns;
import io.github.pdmspark.label.LabelStatus;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.Micros;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How a {@link TemporalSplit} divides the rows of its dataset. {@link #toString} is a one-line strip.
 *
 * @param slices every {@link Slice}, in time order, zeros included; the rows add up to the dataset
 */
public record SplitReport(List<SliceRows> slices) {

    public SplitReport {
        slices = List.copyOf(slices);
    }

    static SplitReport of(LabelledDataset dataset, Column slice) {
        Map<Slice, SliceRows> found = new EnumMap<>(Slice.class);
        counted(dataset, slice).collectAsList().stream()
                .map(SplitReport::sliceRows)
                .forEach(rows -> found.put(rows.slice(), rows));
        return new SplitReport(Arrays.stream(Slice.values())
                .map(each -> found.getOrDefault(each, SliceRows.none(each)))
                .toList());
    }

    /** The counts of this slice. */
    public SliceRows of(Slice slice) {
        return slices.stream().filter(each -> each.slice() == slice).findFirst().orElseGet(() -> SliceRows.none(slice));
    }

    /** At most one row a slice. */
    private static Dataset<Row> counted(LabelledDataset dataset, Column slice) {
        Column usable = col(LabelledDataset.ROW_STATUS).equalTo(RowStatus.USABLE.name());
        Column positive = usable.and(col(LabelColumns.LABEL_STATUS).equalTo(LabelStatus.POSITIVE.name()));
        return dataset.rows()
                .groupBy(slice.as("slice"))
                .agg(
                        count(lit(1)),
                        count(when(usable, lit(1))),
                        count(when(positive, lit(1))),
                        expr("unix_micros(min(" + Columns.AS_OF + "))"),
                        expr("unix_micros(max(" + Columns.AS_OF + "))"));
    }

    private static SliceRows sliceRows(Row row) {
        return new SliceRows(
                Slice.valueOf(row.getString(0)),
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                Optional.of(Micros.instant(row.getLong(4))),
                Optional.of(Micros.instant(row.getLong(5))));
    }

    /** {@code train [..] 12,345 rows, .. | gap 60 rows | calibrate .. | gap .. | test ..}; slices without rows are left out. */
    @Override
    public String toString() {
        return slices.stream()
                .filter(each -> each.rows() > 0 || each.slice() == Slice.TRAIN || each.slice() == Slice.TEST)
                .map(SliceRows::toString)
                .collect(Collectors.joining(" | "));
    }
}
