package io.github.pdmspark.hazard;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.life.KeptLives;
import io.github.pdmspark.life.LifeClock;
import io.github.pdmspark.life.LifeDataset;
import io.github.pdmspark.model.LifeColumns;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Trained hazards of one or more components, as {@link HazardTraining} defines them. Immutable. */
public final class HazardModel {

    static final String WEIGHT = "__pdm_period_weight";

    private final FeatureSpec spec;
    private final LifeClock clock;
    private final PersonPeriods periods;
    private final Imputation imputation;
    private final List<ComponentHazard> hazards;

    HazardModel(
            FeatureSpec spec,
            LifeClock clock,
            PersonPeriods periods,
            Imputation imputation,
            List<ComponentHazard> hazards) {
        this.spec = spec;
        this.clock = clock;
        this.periods = periods;
        this.imputation = imputation;
        this.hazards = List.copyOf(hazards);
    }

    /**
     * For every row and component: {@code machine_id}, {@code as_of}, {@code component}; the probabilities {@code
     * fails_within_24h, ...} of a failure before the end of each period, given that the component is alive now; {@code
     * survival}, an array with the probability to last until each end; {@code life_p10}, {@code life_p50}, {@code life_p90},
     * quantiles of the remaining life in units of {@link #clock}, null where they lie beyond the last period. Missing features
     * are filled in as in training. Lazy; every component reads the rows once.
     *
     * @param rows {@code machine_id}, {@code as_of} and the features of {@link #spec}
     * @throws io.github.pdmspark.error.SchemaException if a feature column is missing or not a number
     */
    public Dataset<Row> predict(Dataset<Row> rows) {
        List<Column> columns = new ArrayList<>();
        columns.add(Identifiers.column(Columns.MACHINE_ID));
        columns.add(Identifiers.column(Columns.AS_OF));
        spec.featureNames().forEach(name -> columns.add(Identifiers.column(name)));
        Dataset<Row> exploded = periods.all(imputation.apply(rows.select(columns.toArray(Column[]::new))));
        return hazards.stream()
                .map(hazard -> curves(exploded, hazard))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    /**
     * The same with curves that tell the truth about lives that did not train, all components: where curves say that a share has
     * failed, the share that had among these lives stands instead. Ranks of rows hardly change, the width of intervals does.
     * Choose rows as they will be asked about. Runs one Spark job per component.
     *
     * @throws io.github.pdmspark.error.TrainingException if fewer than 50 failures of a component are seen within the periods
     */
    public HazardModel calibratedOn(LifeDataset lives) {
        HazardModel raw = with(hazards.stream()
                .map(hazard -> hazard.with(CurveCalibration.NONE))
                .toList());
        Dataset<Row> curves = raw.predict(lives.rows())
                .select(Columns.MACHINE_ID, Columns.AS_OF, Columns.COMPONENT, LifeColumns.SURVIVAL);
        return with(hazards.stream()
                .map(hazard -> hazard.with(new CurveCalibrationFit(periods.periods(), hazard.component())
                        .on(KeptLives.ofComponent(lives.rows(), lives.indexOf(hazard.component()))
                                .join(
                                        curves.where(col(Columns.COMPONENT).equalTo(hazard.component())),
                                        new String[] {Columns.MACHINE_ID, Columns.AS_OF}))))
                .toList());
    }

    private HazardModel with(List<ComponentHazard> newHazards) {
        return new HazardModel(spec, clock, periods, imputation, newHazards);
    }

    private Dataset<Row> curves(Dataset<Row> exploded, ComponentHazard hazard) {
        Dataset<Row> scored = hazard.model()
                .score(exploded)
                .select(
                        col(Columns.MACHINE_ID),
                        unix_micros(col(Columns.AS_OF)),
                        col(PersonPeriods.PERIOD),
                        col(ScoreColumns.CLASS_SCORES).getItem(1));
        Dataset<Row> curves = scored.mapPartitions(
                new CurveFold(periods.periods().ends(), hazard.calibration()), Encoders.row(CurveFold.SCHEMA));
        return curves.select(columns(hazard.component()));
    }

    private Column[] columns(String component) {
        List<Column> columns = new ArrayList<>(List.of(
                col(Columns.MACHINE_ID),
                timestamp_micros(col("micros")).as(Columns.AS_OF),
                lit(component).as(Columns.COMPONENT)));
        List<String> names = periods.periods().names();
        for (int i = 0; i < names.size(); i++) {
            columns.add(
                    lit(1.0).minus(col(LifeColumns.SURVIVAL).getItem(i)).as(LifeColumns.FAILS_WITHIN + names.get(i)));
        }
        List.of(LifeColumns.SURVIVAL, LifeColumns.LIFE_P10, LifeColumns.LIFE_P50, LifeColumns.LIFE_P90)
                .forEach(name -> columns.add(col(name)));
        return columns.toArray(Column[]::new);
    }

    /** The mean weight of each feature over the components, by name; the period is one of them. Empty without importances. */
    public Map<String, Double> importances() {
        Map<String, Double> mean = new TreeMap<>();
        for (ComponentHazard hazard : hazards) {
            hazard.model()
                    .importances()
                    .forEach((name, weight) -> mean.merge(name, weight / hazards.size(), Double::sum));
        }
        return mean;
    }

    /** How the features are made. */
    public FeatureSpec spec() {
        return spec;
    }

    /** In what lives are measured. */
    public LifeClock clock() {
        return clock;
    }

    /** The periods. */
    public Periods periods() {
        return periods.periods();
    }

    /** How a classifier is told the period. */
    public PeriodCoding coding() {
        return periods.coding();
    }

    /** How missing features are filled in. */
    public Imputation imputation() {
        return imputation;
    }

    /** The hazards by component. */
    public List<ComponentHazard> hazards() {
        return hazards;
    }

    /**
     * Writes it as one new folder with a manifest of hashes. Runs a few small Spark jobs.
     *
     * @throws IllegalArgumentException if the path exists and is not an empty folder
     */
    public void save(SparkSession spark, String path) {
        SavedHazards.save(this, spark, path);
    }

    /**
     * Reads a saved one; every file is compared with the manifest first.
     *
     * @throws io.github.pdmspark.error.BundleException if the folder is something else, or was changed
     */
    public static HazardModel load(SparkSession spark, String path) {
        return SavedHazards.load(spark, path);
    }
}
