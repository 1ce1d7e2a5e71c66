package io.github.pdmspark.training;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.dataset.RowStatus;
import io.github.pdmspark.label.LabelColumns;
import io.github.pdmspark.label.LabelStatus;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The rows of a training slice with their class as a number, in a fixed number of partitions in a fixed order, so that the
 * seeded choices of MLlib do not depend on how the data came. They are kept until {@link #close}.
 */
final class TrainingRows implements AutoCloseable {

    static final String LABEL = "__pdm_label_index";
    static final String WEIGHT = "__pdm_row_weight";
    static final String STATUS = "__pdm_status";
    static final String TRAINS = "__pdm_trains";

    private final Dataset<Row> all;

    private TrainingRows(Dataset<Row> all) {
        this.all = all;
    }

    static TrainingRows keep(LabelledDataset data, List<String> classes, Downsampling sampling, int partitions) {
        List<Column> columns = new ArrayList<>();
        columns.add(Identifiers.column(Columns.MACHINE_ID));
        columns.add(Identifiers.column(Columns.AS_OF));
        columns.add(col(LabelledDataset.ROW_STATUS).as(STATUS));
        columns.add(label(classes).as(LABEL));
        data.features().forEach(feature -> columns.add(Identifiers.column(feature)));
        Column usable = col(STATUS).equalTo(RowStatus.USABLE.name());
        Column keys = Identifiers.column(Columns.MACHINE_ID);
        Dataset<Row> all = data.rows()
                .select(columns.toArray(Column[]::new))
                .withColumn(TRAINS, usable.and(col(LABEL).notEqual(0).or(sampling.keeps())))
                .repartition(partitions, keys, col(Columns.AS_OF))
                .sortWithinPartitions(keys, col(Columns.AS_OF));
        return new TrainingRows(all.persist(StorageLevel.MEMORY_AND_DISK()));
    }

    Dataset<Row> all() {
        return all;
    }

    Dataset<Row> training() {
        return all.where(TRAINS).drop(TRAINS, STATUS);
    }

    /** The rows as they come in operation: those that train, and the negatives that were left out of training. */
    Dataset<Row> usable() {
        return all.where(col(STATUS).equalTo(RowStatus.USABLE.name())).drop(TRAINS, STATUS);
    }

    /** Negative is class 0, a component its place among the classes, anything else -1, which no trainer takes. */
    private static Column label(List<String> classes) {
        Column names = array(classes.stream().map(name -> lit(name)).toArray(Column[]::new));
        Column place = array_position(names, col(LabelColumns.LABEL)).minus(1).cast("double");
        return when(col(LabelColumns.LABEL_STATUS).equalTo(LabelStatus.NEGATIVE.name()), lit(0.0))
                .when(col(LabelColumns.LABEL_STATUS).equalTo(LabelStatus.POSITIVE.name()), coalesce(place, lit(-1.0)))
                .otherwise(lit(-1.0));
    }

    @Override
    public void close() {
        all.unpersist();
    }
}
