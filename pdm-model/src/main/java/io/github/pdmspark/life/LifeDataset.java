package io.github.pdmspark.life;

import static org.apache.spark.sql.functions.col;

import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.kernel.FeatureStatus;
import io.github.pdmspark.label.LabelColumns;
import io.github.pdmspark.label.RemainingLife;
import io.github.pdmspark.model.LifeColumns;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.schema.Columns;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Features beside the remaining life of every component: one row per feature row. Each component has lives of its own: a
 * failure or a replacement of it ends one and begins the next, what happens to others does not. Observation may begin in
 * the middle of a life (delayed entry): only what was watched makes rows. A life that was not seen to fail is a lower bound,
 * up to the end of observation or to a preventive replacement. Immutable and lazy.
 */
public final class LifeDataset {

    private final Dataset<Row> rows;
    private final FeatureSpec spec;
    private final List<String> components;
    private final LifeClock clock;

    LifeDataset(Dataset<Row> rows, FeatureSpec spec, List<String> components, LifeClock clock) {
        this.rows = rows;
        this.spec = spec;
        this.components = List.copyOf(components);
        this.clock = clock;
    }

    /**
     * Lives in hours on the calendar. Lazy; one join.
     *
     * @throws io.github.pdmspark.error.TrainingException {@code PDM_NO_FAILURES} if the history has no failures
     */
    public static LifeDataset of(FeatureTable features, FleetHistory history) {
        ObservationGrid grid = new ObservationGrid(features.spec().cadence());
        Dataset<Row> lives = RemainingLife.ofEachComponent(history, grid)
                .select(
                        col(Columns.MACHINE_ID),
                        col(Columns.AS_OF),
                        col(LabelColumns.RUL_HOURS_BY_COMPONENT).as(LifeColumns.LIFE),
                        col(LabelColumns.RUL_CENSORED_BY_COMPONENT).as(LifeColumns.LIFE_CENSORED));
        Dataset<Row> joined = features.rows().join(lives, new String[] {Columns.MACHINE_ID, Columns.AS_OF}, "left");
        return new LifeDataset(joined, features.spec(), history.components(), LifeClock.hours());
    }

    /**
     * Lives by the counter of a sensor, such as running hours: the last value before the failure minus the last value before
     * {@code as_of}. Lives are null where no value was there. Lazy; orders the readings of each machine once more.
     *
     * @throws IllegalArgumentException if the history has no such sensor
     * @throws io.github.pdmspark.error.TrainingException {@code PDM_NO_FAILURES} if the history has no failures
     */
    public static LifeDataset byUsage(FeatureTable features, FleetHistory history, String counter) {
        LifeDataset hours = of(features, history);
        return new LifeDataset(
                UsageLives.of(hours.rows, history, counter), hours.spec, hours.components, LifeClock.usage(counter));
    }

    /**
     * The rows of the feature table with {@code life} and {@code life_censored}, arrays in the order of {@link #components};
     * both null outside the observation of the machine.
     */
    public Dataset<Row> rows() {
        return rows;
    }

    /** The names of the feature columns, in order. */
    public List<String> features() {
        return spec.featureNames();
    }

    /** How the features were made. */
    public FeatureSpec spec() {
        return spec;
    }

    /** The components in declared order. */
    public List<String> components() {
        return components;
    }

    /** In what lives are measured. */
    public LifeClock clock() {
        return clock;
    }

    /** The rows that fulfil a condition on the columns of {@link #rows}. */
    public LifeDataset where(Column condition) {
        return new LifeDataset(rows.where(condition), spec, components, clock);
    }

    /**
     * The rows whose windows were filled: {@code feature_status = OK}. Without this call models learn from short histories too, but
     * never from rows of suspended machines.
     */
    public LifeDataset usable() {
        return where(col(FeatureColumns.FEATURE_STATUS).equalTo(FeatureStatus.OK.name()));
    }

    /**
     * Place of a component in the arrays.
     *
     * @throws IllegalArgumentException if there is no such component
     */
    public int indexOf(String component) {
        int index = components.indexOf(component);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "No component '" + component + "'. Found: " + String.join(", ", components) + ".");
        }
        return index;
    }
}
