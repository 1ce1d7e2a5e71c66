package io.github.pdmspark.report;

import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.table.TableView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/** Tables for reading from datasets. */
public final class Tables {

    private Tables() {}

    /**
     * The first rows of a dataset, with a note when there are more. Runs one Spark job; order the dataset first when it
     * matters which rows are the first.
     *
     * @param dataset any rows
     * @param maxRows 1 to 5,000
     */
    public static TableView of(Dataset<Row> dataset, int maxRows) {
        if (maxRows < 1 || maxRows > Chart.MOST_POINTS) {
            throw new IllegalArgumentException("maxRows is " + maxRows + ", but a table for reading has 1 to "
                    + Chart.MOST_POINTS + " rows. Aggregate in Spark first, or write the dataset to files.");
        }
        StructField[] fields = dataset.schema().fields();
        List<String> headers = Arrays.stream(fields).map(StructField::name).toList();
        List<Row> rows = dataset.limit(maxRows + 1).collectAsList();
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (Row row : rows.subList(0, Math.min(maxRows, rows.size()))) {
            cells.add(cells(row, fields));
        }
        TableView table = TableView.of(headers, cells);
        return rows.size() > maxRows ? table.withNote("First " + maxRows + " rows; there are more.") : table;
    }

    private static List<@Nullable Object> cells(Row row, StructField[] fields) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            cells.add(cell(row, i, fields[i].dataType()));
        }
        return cells;
    }

    /** Arrays arrive as Scala collections, whose text is not for readers. */
    private static @Nullable Object cell(Row row, int column, DataType type) {
        return type instanceof ArrayType && !row.isNullAt(column) ? row.getList(column) : row.get(column);
    }
}
