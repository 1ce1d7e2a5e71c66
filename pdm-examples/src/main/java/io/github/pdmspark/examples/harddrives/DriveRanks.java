package io.github.pdmspark.examples.harddrives;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import io.github.pdmspark.evaluation.Share;
import io.github.pdmspark.time.TimeRange;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * For each drive that failed in a range, its best place among the scored drives of a day in the range: 0.01 means that 1 % of
 * the drives, itself included, scored as high or higher. A drive without a score has place 1.
 *
 * @param shares the best places, one per failed drive
 */
record DriveRanks(List<Double> shares) {

    DriveRanks {
        shares = List.copyOf(shares);
    }

    /** Runs one Spark job; brings one number per failure to the driver. */
    static DriveRanks of(Dataset<Row> scores, Dataset<Row> failures, TimeRange range) {
        WindowSpec day = Window.partitionBy("as_of");
        Dataset<Row> places = scores.where(col("status")
                        .equalTo("SCORED")
                        .and(col("as_of").geq(lit(range.start())))
                        .and(col("as_of").lt(lit(range.end()))))
                .select(
                        col("machine_id"),
                        row_number()
                                .over(day.orderBy(col("score").desc(), col("machine_id")))
                                .divide(count(lit(1)).over(day))
                                .as("share"));
        List<Double> shares = failures
                .where(col("event_time")
                        .geq(lit(range.start()))
                        .and(col("event_time").leq(lit(range.end()))))
                .select("machine_id")
                .join(places, new String[] {"machine_id"}, "left")
                .groupBy("machine_id")
                .agg(min("share"))
                .collectAsList()
                .stream()
                .map(row -> row.isNullAt(1) ? 1.0 : row.getDouble(1))
                .sorted()
                .toList();
        return new DriveRanks(shares);
    }

    /** The failed drives that looking at a share of the drives each day would have found. */
    Share within(double budget) {
        return new Share(shares.stream().filter(share -> share <= budget).count(), shares.size());
    }

    /** 0.5 when scores say nothing, less when failing drives score high; 1 without failures. */
    double meanShare() {
        return shares.stream().mapToDouble(Double::doubleValue).average().orElse(1);
    }
}
