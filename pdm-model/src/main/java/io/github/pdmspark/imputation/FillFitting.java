package io.github.pdmspark.imputation;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.stddev_samp;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts, means and deviations of all features in one pass. */
final class FillFitting {

    /** As many digits as a float holds: sums in another order differ in later digits and must not change the fill value. */
    private static final MathContext FLOAT_PRECISION = new MathContext(7);

    private FillFitting() {}

    static FittedFeatures fit(Dataset<Row> rows, List<String> features) {
        FeatureValues.require(rows, features);
        Column total = count(lit(1));
        Row found = rows.agg(total, aggregates(features).toArray(Column[]::new)).first();
        long all = found.getLong(0);
        List<Fill> fills = new ArrayList<>();
        List<UsualValue> usual = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            long present = found.getLong(1 + 3 * i);
            double mean = present == 0 ? 0.0 : rounded(found.getDouble(2 + 3 * i));
            double deviation = present < 2 ? 0.0 : found.getDouble(3 + 3 * i);
            fills.add(new Fill(features.get(i), mean, present, all - present));
            usual.add(new UsualValue(features.get(i), mean, Double.isFinite(deviation) ? rounded(deviation) : 0.0));
        }
        return new FittedFeatures(new Imputation(fills), new UsualValues(usual));
    }

    private static List<Column> aggregates(List<String> features) {
        List<Column> columns = new ArrayList<>();
        for (String feature : features) {
            Column present = when(FeatureValues.isPresent(feature), FeatureValues.value(feature));
            columns.add(count(present));
            columns.add(avg(present));
            columns.add(stddev_samp(present));
        }
        return columns;
    }

    /** The sum behind a mean of huge values may overflow; the mean itself cannot lie outside the doubles. */
    private static double rounded(double mean) {
        double bounded = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, mean));
        return new BigDecimal(bounded).round(FLOAT_PRECISION).doubleValue();
    }
}
