package io.github.pdmspark.scoring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** From feature rows to the columns of the score table; each row in gives one row out. */
final class ScoreTable {

    private final ScorePlan plan;

    ScoreTable(ScorePlan plan) {
        this.plan = plan;
    }

    Dataset<Row> of(Dataset<Row> features, String runId, Instant scoredAt) {
        return plan.step().apply(features, Encoders.row(schema())).select(columns(runId, scoredAt));
    }

    /** The time travels as a number: how rows hold a timestamp depends on the session's settings. */
    private StructType schema() {
        StructType schema = new StructType()
                .add(Columns.MACHINE_ID, DataTypes.StringType)
                .add(Columns.AS_OF, DataTypes.LongType)
                .add(ScoreColumns.STATUS, DataTypes.StringType)
                .add(plan.names().total(), DataTypes.DoubleType)
                .add(ScoreColumns.TOP_COMPONENT, DataTypes.StringType)
                .add(ScoreColumns.IMPUTED, DataTypes.IntegerType);
        for (String component : plan.components()) {
            schema = schema.add(plan.names().of(component), DataTypes.DoubleType);
        }
        return schema;
    }

    private Column[] columns(String runId, Instant scoredAt) {
        List<Column> columns = new ArrayList<>(List.of(
                col(Columns.MACHINE_ID), timestamp_micros(col(Columns.AS_OF)).as(Columns.AS_OF)));
        columns.add(col(ScoreColumns.STATUS));
        columns.add(col(plan.names().total()));
        columns.add(col(ScoreColumns.TOP_COMPONENT));
        plan.components()
                .forEach(
                        component -> columns.add(Identifiers.column(plan.names().of(component))));
        columns.add(col(ScoreColumns.IMPUTED));
        columns.add(lit(plan.modelId()).as(ScoreColumns.MODEL_ID));
        columns.add(lit(runId).as(ScoreColumns.RUN_ID));
        columns.add(lit(scoredAt).as(ScoreColumns.SCORED_AT));
        return columns.toArray(Column[]::new);
    }
}
