package io.github.pdmspark.scoring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import io.github.pdmspark.model.Scores;
import io.github.pdmspark.schema.Columns;
import org.apache.spark.sql.expressions.Window;

/** Score tables as temporary views, for those who ask in SQL. */
public final class ScoreViews {

    private ScoreViews() {}

    /**
     * Two temporary views of the session, in the place of older ones: {@code <name>} with all rows, and {@code <name>_latest} with
     * the latest row of every machine. Runs no job: every query scores again unless the rows were stored before.
     */
    public static void create(Scores scores, String name) {
        scores.rows().createOrReplaceTempView(name);
        String place = "__pdm_place";
        scores.rows()
                .withColumn(
                        place,
                        row_number()
                                .over(Window.partitionBy(Columns.MACHINE_ID)
                                        .orderBy(col(Columns.AS_OF).desc())))
                .where(col(place).equalTo(1))
                .drop(place)
                .createOrReplaceTempView(name + "_latest");
    }
}
