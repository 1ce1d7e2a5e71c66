package io.github.pdmspark.scoring;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.feature.FeatureColumns;
import io.github.pdmspark.imputation.FeatureValues;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.schema.Columns;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The way from feature rows to rows of {@link ScoreCells}, without a detour through other columns. */
sealed interface ScoreStep {

    Dataset<Row> apply(Dataset<Row> features, Encoder<Row> schema);

    /** The flat form of a model: one pass over the rows, without MLlib. */
    record ByArrays(List<String> features, ScoreFeatures scoring) implements ScoreStep {
        @Override
        public Dataset<Row> apply(Dataset<Row> rows, Encoder<Row> schema) {
            FeatureValues.require(rows, features);
            Column numbers = array(features.stream()
                    .map(name -> coalesce(FeatureValues.value(name), lit(Double.NaN)))
                    .toArray(Column[]::new));
            return input(rows, lit(0), numbers).mapPartitions(scoring, schema);
        }
    }

    /** Any other model appends its class scores first. */
    record ByModel(Model model, Imputation imputation, FinishScores finish) implements ScoreStep {
        @Override
        public Dataset<Row> apply(Dataset<Row> rows, Encoder<Row> schema) {
            Dataset<Row> scored = model.score(imputation.apply(rows));
            Column numbers = transform(col(ScoreColumns.CLASS_SCORES), score -> coalesce(score, lit(Double.NaN)));
            Column none = array().cast("array<double>");
            return input(scored, col(Imputation.IMPUTED), coalesce(numbers, none))
                    .mapPartitions(finish, schema);
        }
    }

    private static Dataset<ScoreInput> input(Dataset<Row> rows, Column imputed, Column numbers) {
        return rows.select(
                        col(Columns.MACHINE_ID).cast("string").as("machineId"),
                        unix_micros(col(Columns.AS_OF)).as("asOf"),
                        col(FeatureColumns.FEATURE_STATUS).as("status"),
                        imputed.as("imputed"),
                        numbers.as("numbers"))
                .as(Encoders.bean(ScoreInput.class));
    }
}
