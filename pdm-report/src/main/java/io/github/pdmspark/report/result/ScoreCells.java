package io.github.pdmspark.report.result;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.model.ScoreStatus;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.schema.Columns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A score table in a few numbers. */
final class ScoreCells {

    private static final int MOST_ROWS = 20;

    private ScoreCells() {}

    static TableView statuses(Dataset<Row> scores) {
        Column total = col(ScoreNames.in(scores.columns()).total());
        Column status = Words.of(col(ScoreColumns.STATUS), ScoreStatus.values(), Words::of);
        return Tables.of(
                scores.groupBy(col(ScoreColumns.MODEL_ID).as("model"), status.as("what became of them"))
                        .agg(
                                count(lit(1)).as("rows"),
                                avg(total).as("mean score"),
                                max(total).as("highest score"),
                                max(Columns.AS_OF).as("latest (UTC)"))
                        .orderBy("model", "what became of them"),
                MOST_ROWS);
    }

    /** By the latest score of each machine: at the latest time of all, rows may not be complete yet. */
    static TableView mostAtRisk(Dataset<Row> scores, int machines) {
        String total = ScoreNames.in(scores.columns()).total();
        Column latest = max(struct(col(Columns.AS_OF), col(total), col(ScoreColumns.TOP_COMPONENT)));
        return Tables.of(
                scores.where(col(total).isNotNull())
                        .groupBy(Columns.MACHINE_ID)
                        .agg(latest.as("latest"))
                        .select(Columns.MACHINE_ID, "latest.*")
                        .orderBy(col(total).desc(), col(Columns.MACHINE_ID))
                        .select(
                                col(Columns.MACHINE_ID).as("machine"),
                                col(Columns.AS_OF).as("time (UTC)"),
                                col(total),
                                col(ScoreColumns.TOP_COMPONENT).as("component")),
                machines);
    }
}
