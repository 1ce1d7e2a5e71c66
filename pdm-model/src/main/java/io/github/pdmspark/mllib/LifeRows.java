package io.github.pdmspark.mllib;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.model.LifeTrainingSet;
import io.github.pdmspark.schema.Identifiers;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Remaining lives with vectors of features; {@link #FAILED} is 1 where the failure was seen, as MLlib's {@code censor} wants it. */
record LifeRows(Dataset<Row> all) {

    static final String FAILED = "__pdm_failed";

    /**
     * The rows of a training set that has failures. Runs one Spark job.
     *
     * @throws TrainingException if there are no rows, or all are censored: MLlib fits those without a word
     */
    static LifeRows of(LifeTrainingSet data) {
        Dataset<Row> rows = data.rows()
                .select(
                        VectorColumns.vector(data.features()).as(VectorColumns.FEATURES),
                        Identifiers.column(data.lifeColumn()).cast("double").as(VectorColumns.LABEL),
                        when(Identifiers.column(data.censoredColumn()), 0.0)
                                .otherwise(1.0)
                                .as(FAILED));
        requireFailures(
                rows.agg(count(lit(1)), count(when(col(FAILED).equalTo(1), 1))).first());
        return new LifeRows(rows);
    }

    /** The rows whose life is known. */
    Dataset<Row> known() {
        return all.where(col(FAILED).equalTo(1));
    }

    /** The rows whose life has a logarithm. */
    Dataset<Row> positive() {
        return all.where(col(VectorColumns.LABEL).gt(0));
    }

    private static void requireFailures(Row counts) {
        long rows = counts.getLong(0);
        if (rows == 0) {
            throw new TrainingException(new Problem(
                    ErrorCondition.PDM_NO_USABLE_ROWS,
                    "There are no rows to train on (0 lives).",
                    "See why rows were left out, and train on a longer period."));
        }
        if (counts.getLong(1) == 0) {
            throw new TrainingException(new Problem(
                    ErrorCondition.PDM_NO_FAILURES,
                    "All " + rows + " lives are censored: no failure was seen, so every length of life fits them.",
                    "Train on a period with failures."));
        }
    }
}
