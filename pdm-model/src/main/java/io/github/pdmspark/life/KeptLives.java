package io.github.pdmspark.life;

import static org.apache.spark.sql.functions.col;

import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.kernel.FeatureStatus;
import io.github.pdmspark.model.LifeColumns;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The rows of a life dataset in a fixed number of partitions in a fixed order, so that the seeded choices of MLlib do not
 * depend on how the data came. They are kept on the cluster until {@link #close}.
 */
public final class KeptLives implements AutoCloseable {

    /** Life of one component, after {@link #ofComponent}. */
    public static final String LIFE = "__pdm_life";
    /** Whether it is a lower bound, after {@link #ofComponent}. */
    public static final String CENSORED = "__pdm_life_censored";

    private final Dataset<Row> rows;

    private KeptLives(Dataset<Row> rows) {
        this.rows = rows;
    }

    /** Keeps the features and lives of the rows that have any, but not those of suspended machines. */
    public static KeptLives keep(LifeDataset data, int partitions) {
        List<Column> columns = new ArrayList<>();
        List.of(Columns.MACHINE_ID, Columns.AS_OF, LifeColumns.LIFE, LifeColumns.LIFE_CENSORED)
                .forEach(name -> columns.add(Identifiers.column(name)));
        data.features().forEach(feature -> columns.add(Identifiers.column(feature)));
        Column machine = Identifiers.column(Columns.MACHINE_ID);
        return new KeptLives(data.rows()
                .where(col(LifeColumns.LIFE).isNotNull())
                .where(col(FeatureColumns.FEATURE_STATUS).notEqual(FeatureStatus.SUSPENDED.name()))
                .select(columns.toArray(Column[]::new))
                .repartition(partitions, machine, col(Columns.AS_OF))
                .sortWithinPartitions(machine, col(Columns.AS_OF))
                .persist(StorageLevel.MEMORY_AND_DISK()));
    }

    /** All of them. */
    public Dataset<Row> rows() {
        return rows;
    }

    /** With the columns {@link #LIFE} and {@link #CENSORED} of the component at this place. */
    public static Dataset<Row> ofComponent(Dataset<Row> rows, int index) {
        return rows.withColumn(LIFE, col(LifeColumns.LIFE).getItem(index))
                .withColumn(CENSORED, col(LifeColumns.LIFE_CENSORED).getItem(index))
                .drop(LifeColumns.LIFE, LifeColumns.LIFE_CENSORED);
    }

    @Override
    public void close() {
        rows.unpersist();
    }
}
