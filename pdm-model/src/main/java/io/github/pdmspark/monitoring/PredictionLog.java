package io.github.pdmspark.monitoring;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import io.github.pdmspark.schema.Suggestion;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Everything that was predicted, as it was predicted: the score tables of all runs, one below the other. A run is appended
 * and never changed; a second prediction for the same machine and time is another row with its own {@code run_id} and {@code
 * scored_at}. Immutable and lazy.
 */
public final class PredictionLog {

    private static final String PLACE = "__pdm_place";

    private final Dataset<Row> rows;
    private final List<String> components;

    private PredictionLog(Dataset<Row> rows, List<String> components) {
        this.rows = rows;
        this.components = List.copyOf(components);
    }

    /**
     * A log of these rows.
     *
     * @param rows the columns of a score table: {@code machine_id, as_of, status, score, score_<component>.., model_id, run_id,
     *     scored_at}, or {@code probability..} in the place of {@code score..}
     * @throws SchemaException naming every column that is missing
     */
    public static PredictionLog of(Dataset<Row> rows, List<String> components) {
        List<String> found = List.of(rows.columns());
        ScoreNames names = ScoreNames.in(rows.columns());
        List<Problem> problems = Stream.concat(
                        Stream.of(
                                Columns.MACHINE_ID,
                                Columns.AS_OF,
                                ScoreColumns.STATUS,
                                names.total(),
                                ScoreColumns.MODEL_ID,
                                ScoreColumns.RUN_ID,
                                ScoreColumns.SCORED_AT),
                        components.stream().map(names::of))
                .filter(name -> !found.contains(name))
                .map(name -> new Problem(
                        ErrorCondition.PDM_COLUMN_NOT_FOUND,
                        "The prediction log has no column '" + name + "'." + Suggestion.sentence(name, found)
                                + "\nFound: " + found,
                        "Append the rows of ScoringPipeline.score(...) as they are."))
                .toList();
        if (!problems.isEmpty()) {
            throw new SchemaException(problems);
        }
        return new PredictionLog(rows, components);
    }

    /** The predictions of one model. */
    public PredictionLog ofModel(String modelId) {
        return where(col(ScoreColumns.MODEL_ID).equalTo(modelId));
    }

    /** The predictions for times in the range. */
    public PredictionLog between(TimeRange range) {
        return where(col(Columns.AS_OF)
                .geq(lit(range.start()))
                .and(col(Columns.AS_OF).lt(lit(range.end()))));
    }

    /** The predictions made at most so long after their time: without backfills, which nobody could act on. */
    public PredictionLog madeWithin(Duration delay) {
        Column after = unix_micros(col(ScoreColumns.SCORED_AT)).minus(unix_micros(col(Columns.AS_OF)));
        return where(after.leq(Micros.of(delay)));
    }

    /**
     * The first prediction of each model for each machine and time, the one that people saw; later runs changed nothing about
     * it.
     */
    public PredictionLog first() {
        Column place = row_number()
                .over(Window.partitionBy(Columns.MACHINE_ID, Columns.AS_OF, ScoreColumns.MODEL_ID)
                        .orderBy(ScoreColumns.SCORED_AT, ScoreColumns.RUN_ID));
        Dataset<Row> first =
                rows.withColumn(PLACE, place).where(col(PLACE).equalTo(1)).drop(PLACE);
        return new PredictionLog(first, components);
    }

    /** All rows. */
    public Dataset<Row> rows() {
        return rows;
    }

    /** The components that are scored. */
    public List<String> components() {
        return components;
    }

    /** The columns with numbers: the one for any failure, then one per component. */
    List<String> numbers() {
        ScoreNames names = ScoreNames.in(rows.columns());
        return Stream.concat(Stream.of(names.total()), components.stream().map(names::of))
                .toList();
    }

    private PredictionLog where(Column condition) {
        return new PredictionLog(rows.where(condition), components);
    }

    static Column classScores(List<String> numbers) {
        Column[] ofComponents =
                numbers.stream().skip(1).map(Identifiers::column).toArray(Column[]::new);
        Column none = lit(1.0).minus(Identifiers.column(numbers.get(0)));
        return concat(array(none), array(ofComponents));
    }
}
