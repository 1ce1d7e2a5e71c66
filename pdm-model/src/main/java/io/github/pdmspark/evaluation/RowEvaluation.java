package io.github.pdmspark.evaluation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.schema.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Judges labelled, scored rows. Only labelled and scored rows count; the others are counted apart.
 *
 * <p>Needs a column with the class name of each row (null = no label) and an array column with one score per class, in the
 * order of the classes (null = no scores).
 */
public final class RowEvaluation {

    static final int BINS = 10;
    /** Pseudo-curve of the confusion matrix; 0 is any failure, i >= 1 is class i. */
    static final int CONFUSION = -1;

    static final int MISSING = -2;
    static final int UNKNOWN = -1;

    private final Dataset<Row> points;
    private final List<String> classes;
    private final Dataset<Row> clusters;

    private RowEvaluation(Dataset<Row> points, List<String> classes, Dataset<Row> clusters) {
        this.points = points;
        this.classes = classes;
        this.clusters = clusters;
    }

    /**
     * An evaluation of {@code rows}, which all count alike in intervals.
     *
     * @param classes class names in the order of the scores, {@code none} first
     * @param label name of the column with the class name
     * @param classScores name of the array column
     */
    public static RowEvaluation of(Dataset<Row> rows, List<String> classes, String label, String classScores) {
        Dataset<Row> points = points(rows, classes, label, classScores, lit(0));
        Dataset<Row> alone = points.select(
                col("curve"),
                col("first"),
                col("second"),
                lit(1L).as("rows"),
                col("score"),
                col("hit"),
                squaredError().as("error"));
        return new RowEvaluation(points, List.copyOf(classes), alone);
    }

    /** The same, with intervals that know that the rows of one {@code cluster} are alike. */
    public static RowEvaluation clustered(
            Dataset<Row> rows, List<String> classes, String label, String classScores, String cluster) {
        Dataset<Row> points = points(rows, classes, label, classScores, Identifiers.column(cluster));
        Dataset<Row> clusters = points.groupBy("curve", "first", "second", "cluster")
                .agg(
                        count(lit(1)).as("rows"),
                        sum("score").as("score"),
                        sum("hit").as("hit"),
                        sum(squaredError()).as("error"));
        return new RowEvaluation(points, List.copyOf(classes), clusters);
    }

    private static Dataset<Row> points(
            Dataset<Row> rows, List<String> classes, String label, String classScores, Column cluster) {
        if (classes.size() < 2) {
            throw new IllegalArgumentException(
                    "Row metrics need 'none' and at least one component, but the classes are " + classes + ".");
        }
        Dataset<Row> pairs = rows.select(
                actual(Identifiers.column(label), classes).as("actual"),
                predicted(Identifiers.column(classScores), classes.size()).as("predicted"),
                Identifiers.column(classScores).as("scores"),
                cluster.as("cluster"));
        return pairs.select(explode(curves(classes.size())).as("point"), col("cluster"))
                .select("point.*", "cluster");
    }

    private static Column squaredError() {
        return pow(col("score").minus(col("hit")), 2);
    }

    /**
     * All row metrics. Reads the rows twice (one grouped job, one sorted job that streams to the driver): hand in a
     * materialised table when scoring is costly. Driver memory does not grow with the rows.
     */
    public RowMetrics metrics() {
        RowTally tally = new RowTally(classes);
        clusters.groupBy("curve", "first", "second")
                .agg(
                        sum("rows"),
                        sum("score"),
                        sum("hit"),
                        sum("error"),
                        count(lit(1)),
                        sum(col("hit").multiply(col("hit"))),
                        sum(col("hit").multiply(col("rows"))),
                        sum(col("rows").multiply(col("rows"))).cast("double"))
                .collectAsList()
                .forEach(tally::add);
        return tally.metrics(averagePrecisions(tally));
    }

    private List<AveragePrecision> averagePrecisions(RowTally tally) {
        List<AveragePrecision> curves = IntStream.range(0, classes.size())
                .mapToObj(curve -> new AveragePrecision(tally.positives(curve), tally.rows(curve)))
                .toList();
        points.filter(col("curve").notEqual(CONFUSION))
                .groupBy("curve", "score")
                .agg(sum("hit").cast("long"), count(lit(1)))
                .orderBy(col("curve"), col("score").desc())
                .toLocalIterator()
                .forEachRemaining(
                        row -> curves.get(row.getInt(0)).add(row.getDouble(1), row.getLong(2), row.getLong(3)));
        return curves;
    }

    /** Number of the class; {@link #MISSING} for null and {@link #UNKNOWN} for a name that is no class. */
    private static Column actual(Column label, List<String> classes) {
        Column names = array(classes.stream().map(name -> lit(name)).toArray(Column[]::new));
        return coalesce(array_position(names, label).cast("int").minus(1), lit(MISSING));
    }

    private static Column predicted(Column scores, int classes) {
        Column place = array_position(scores, array_max(scores)).cast("int").minus(1);
        Column notNumbers = exists(scores, score -> score.isNull().or(score.isNaN()));
        return when(scores.isNull(), lit(MISSING))
                .when(size(scores).notEqual(classes).or(notNumbers), lit(UNKNOWN))
                .otherwise(coalesce(place, lit(UNKNOWN)));
    }

    private static Column curves(int classes) {
        Column none = lit(0.0);
        Column confusion = point(lit(CONFUSION), col("actual"), col("predicted"), none, none);
        List<Column> all = new ArrayList<>(List.of(confusion));
        all.add(curve(
                0, lit(1.0).minus(get(col("scores"), lit(0))), col("actual").gt(0)));
        for (int i = 1; i < classes; i++) {
            all.add(curve(i, get(col("scores"), lit(i)), col("actual").equalTo(i)));
        }
        Column judged = col("actual").geq(0).and(col("predicted").geq(0));
        return when(judged, array(all.toArray(Column[]::new))).otherwise(array(confusion));
    }

    private static Column curve(int number, Column score, Column hit) {
        Column bin = greatest(least(floor(score.multiply(BINS)).cast("int"), lit(BINS - 1)), lit(0));
        return point(lit(number), bin, lit(0), score, when(hit, lit(1.0)).otherwise(lit(0.0)));
    }

    private static Column point(Column curve, Column first, Column second, Column score, Column hit) {
        return struct(curve.as("curve"), first.as("first"), second.as("second"), score.as("score"), hit.as("hit"));
    }
}
