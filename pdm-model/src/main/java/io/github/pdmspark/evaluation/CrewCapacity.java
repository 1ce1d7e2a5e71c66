package io.github.pdmspark.evaluation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.model.ScoreStatus;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.schema.Identifiers;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * A crew that can look after so many components at each prediction time: with one prediction a day, the top K a day.
 *
 * @param visits components per prediction time, at least one
 */
public record CrewCapacity(int visits) {

    private static final String KEPT = "__pdm_kept";
    private static final String POINT = "__pdm_point";

    public CrewCapacity {
        if (visits < 1) {
            throw new IllegalArgumentException("A crew makes 1 visit or more, not " + visits + ".");
        }
    }

    /**
     * The score table in which, at each prediction time, only the largest component scores of the whole fleet stay and the
     * others are 0; of equals the first machine by name, then the first component. Uses nothing from later times. Lazy.
     */
    public Dataset<Row> apply(Dataset<Row> scores, List<String> components) {
        ScoreNames names = ScoreNames.in(scores.columns());
        Dataset<Row> kept = kept(scores, components, names);
        Dataset<Row> joined = scores.join(kept, new String[] {Columns.MACHINE_ID, Columns.AS_OF}, "left");
        for (int i = 0; i < components.size(); i++) {
            Column score = Identifiers.column(names.of(components.get(i)));
            Column stays = coalesce(array_contains(col(KEPT), i), lit(false));
            joined = joined.withColumn(
                    names.of(components.get(i)),
                    when(stays.or(score.isNull()), score).otherwise(0.0));
        }
        return joined.drop(KEPT);
    }

    private Dataset<Row> kept(Dataset<Row> scores, List<String> components, ScoreNames names) {
        Column points = array(IntStream.range(0, components.size())
                .mapToObj(i -> struct(
                        lit(i).as("component"),
                        Identifiers.column(names.of(components.get(i))).as("score")))
                .toArray(Column[]::new));
        WindowSpec time = Window.partitionBy(Columns.AS_OF)
                .orderBy(col(POINT + ".score").desc(), col(Columns.MACHINE_ID), col(POINT + ".component"));
        return scores.where(col(ScoreColumns.STATUS).equalTo(ScoreStatus.SCORED.name()))
                .select(
                        col(Columns.MACHINE_ID),
                        col(Columns.AS_OF),
                        explode(points).as(POINT))
                .withColumn("place", row_number().over(time))
                .where(col("place").leq(visits))
                .groupBy(Columns.MACHINE_ID, Columns.AS_OF)
                .agg(collect_set(POINT + ".component").as(KEPT));
    }
}
