package io.github.pdmspark.label;

import io.github.pdmspark.grid.ObservationGrid;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The label of every machine at every grid time, and the question that it answers. Built by {@link FailureLabel#on}. */
public final class LabelTable {

    private final Dataset<Row> rows;
    private final FailureLabel label;
    private final ObservationGrid grid;
    private final List<String> components;

    LabelTable(Dataset<Row> rows, FailureLabel label, ObservationGrid grid, List<String> components) {
        this.rows = rows;
        this.label = label;
        this.grid = grid;
        this.components = List.copyOf(components);
    }

    /**
     * One row for each machine and grid time: {@code machine_id}, {@code as_of} and the columns of {@link LabelColumns}:
     * {@code label_status}, {@code label}, {@code label_components}, {@code hours_to_failure}. Lazy.
     */
    public Dataset<Row> rows() {
        return rows;
    }

    /** The components that a label can name, in declared order. */
    public List<String> components() {
        return components;
    }

    /** The question: horizon, lead, blackout and replacement rule. */
    public FailureLabel question() {
        return label;
    }

    /** The grid of the rows. */
    public ObservationGrid grid() {
        return grid;
    }

    /** Start of the label interval after {@code as_of}. */
    public Duration lead() {
        return label.lead();
    }

    /** Length of the label interval. */
    public Duration horizon() {
        return label.horizon();
    }
}
