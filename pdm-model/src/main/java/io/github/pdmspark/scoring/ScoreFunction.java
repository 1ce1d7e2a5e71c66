package io.github.pdmspark.scoring;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.calibration.ScoreCorrection;
import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.kernel.FeatureStatus;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.model.ScoreStatus;
import io.github.pdmspark.portable.PortableScorer;
import io.github.pdmspark.portable.RowScorer;
import io.github.pdmspark.schema.Suggestion;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A model as a SQL function: {@code SELECT machine_id, as_of, pdm_score(struct(*)).* FROM features}. It takes one row of a feature
 * table as a struct and finds the features by name; other fields are ignored. It computes no feature: these need the past of the
 * machine.
 */
public final class ScoreFunction implements UDF1<Row, Row> {

    /** The usual name of the function. */
    public static final String NAME = "pdm_score";

    private static final long serialVersionUID = 1L;
    private static final int FIRST_COMPONENT = 4;

    private final String modelId;
    private final List<String> features;
    private final List<String> components;
    private final RowScorer scorer;

    private ScoreFunction(PortableScorer scorer) {
        this.modelId = scorer.modelId();
        this.features = scorer.spec().featureNames();
        this.components = scorer.target().components();
        this.scorer = scorer.rowScorer();
    }

    /**
     * Registers the model in a session, in the place of an older function of that name. The function returns a struct: {@code
     * status}, {@code score} or {@code probability}, {@code top_component}, {@code imputed}, then one number per component; null
     * for a null struct. A struct with a {@code feature_status} other than OK comes out with it as status and without numbers.
     *
     * @throws IllegalArgumentException if the model has no flat form
     */
    public static void register(SparkSession spark, String name, ModelBundle bundle) {
        PortableScorer scorer = bundle.portable()
                .orElseThrow(() -> new IllegalArgumentException("A model of '"
                        + bundle.model().algorithm() + "' has no flat form, so it cannot become a SQL function."
                        + " Score with ScoringPipeline and query the table."));
        spark.udf().register(name, new ScoreFunction(scorer), schema(scorer));
    }

    private static StructType schema(PortableScorer scorer) {
        ScoreNames names = scorer.names();
        StructType schema = new StructType()
                .add(ScoreColumns.STATUS, DataTypes.StringType)
                .add(names.total(), DataTypes.DoubleType)
                .add(ScoreColumns.TOP_COMPONENT, DataTypes.StringType)
                .add(ScoreColumns.IMPUTED, DataTypes.IntegerType);
        for (String component : scorer.target().components()) {
            schema = schema.add(names.of(component), DataTypes.DoubleType);
        }
        return schema;
    }

    @Override
    @SuppressWarnings("NullAway") // Spark hands over a null struct as null and takes null for a null result.
    public @Nullable Row call(@Nullable Row row) {
        if (row == null) {
            return null;
        }
        List<String> fields = Arrays.asList(row.schema().fieldNames());
        int status = fields.indexOf(FeatureColumns.FEATURE_STATUS);
        @Nullable Object[] cells = new @Nullable Object[FIRST_COMPONENT + components.size()];
        cells[0] = status < 0 ? FeatureStatus.OK.name() : row.getString(status);
        cells[3] = 0;
        if (FeatureStatus.OK.name().equals(cells[0])) {
            score(row, fields, cells);
        }
        return RowFactory.create(cells);
    }

    private void score(Row row, List<String> fields, @Nullable Object[] cells) {
        RowScorer.Session session = scorer.session();
        boolean found = session.score(numbers(row, fields));
        cells[0] = (found ? ScoreStatus.SCORED : ScoreStatus.NOT_SCORED).name();
        if (found) {
            double[] scores = session.classScores();
            cells[1] = ScoreCorrection.anyFailure(scores);
            cells[2] = components.get(ScoreCorrection.top(scores));
            cells[3] = session.imputed();
            for (int i = 0; i < components.size(); i++) {
                cells[FIRST_COMPONENT + i] = scores[i + 1];
            }
        }
    }

    private double[] numbers(Row row, List<String> fields) {
        double[] numbers = new double[features.size()];
        for (int i = 0; i < numbers.length; i++) {
            int place = fields.indexOf(features.get(i));
            if (place < 0) {
                throw missing(features.get(i), fields);
            }
            numbers[i] = row.get(place) instanceof Number number ? number.doubleValue() : Double.NaN;
        }
        return numbers;
    }

    private BundleException missing(String feature, List<String> fields) {
        return new BundleException(List.of(new Problem(
                ErrorCondition.PDM_BUNDLE_MISMATCH,
                "Model " + modelId + " reads feature '" + feature + "', which the struct does not have."
                        + Suggestion.sentence(feature, fields) + "\nFound: " + fields,
                "Call the function with struct(*) on rows of the feature table that the model was trained with.")));
    }
}
