package io.github.pdmspark.model;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table of scores, one row per machine and observation time.
 *
 * @param rows the columns of {@link ScoreColumns}, with one score column per component
 * @param components the components in declared order
 */
public record Scores(Dataset<Row> rows, List<String> components) {

    public Scores {
        components = List.copyOf(components);
    }
}
