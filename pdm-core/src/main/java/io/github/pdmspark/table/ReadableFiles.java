package io.github.pdmspark.table;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What could be read of a folder, and what not.
 *
 * @param rows the rows of the files that can be opened
 * @param damaged the files that cannot
 */
public record ReadableFiles(Dataset<Row> rows, List<String> damaged) {

    public ReadableFiles {
        damaged = List.copyOf(damaged);
    }
}
