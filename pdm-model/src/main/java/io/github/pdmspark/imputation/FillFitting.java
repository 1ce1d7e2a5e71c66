package io.github.pdmspark.imputation;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
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

/** Means and counts of all features in one pass. */
final class FillFitting {

    /** As many digits as a float holds: sums in another order differ in later digits and must not change the fill value. */
    private static final MathContext FLOAT_PRECISION = new MathContext(7);

    private FillFitting() {}

    static List<Fill> fit(Dataset<Row> rows, List<String> features) {
        FeatureValues.require(rows, features);
        Column total = count(lit(1));
        Row found = rows.agg(total, aggregates(features).toArray(Column[]::new)).first();
        long all = found.getLong(0);
        List<Fill> fills = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            long present = found.getLong(1 + 2 * i);
            double value = present == 0 ? 0.0 : rounded(found.getDouble(2 + 2 * i));
            fills.add(new Fill(features.get(i), value, present, all - present));
        }
        return fills;
    }

    static List<UsualValue> usual(Dataset<Row> rows, List<String> features) {
        List<Column> columns = new ArrayList<>();
        for (String feature : features) {
            Column present = when(FeatureValues.isPresent(feature), FeatureValues.value(feature));
            columns.add(coalesce(avg(present), lit(0.0)));
            columns.add(coalesce(stddev_samp(present), lit(0.0)));
        }
        Row found = rows.agg(lit(0), columns.toArray(Column[]::new)).first();
        List<UsualValue> usual = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            double deviation = found.getDouble(2 + 2 * i);
            double finite = Double.isFinite(deviation) ? deviation : 0.0;
            usual.add(new UsualValue(features.get(i), rounded(found.getDouble(1 + 2 * i)), rounded(finite)));
        }
        return usual;
    }

    private static List<Column> aggregates(List<String> features) {
        List<Column> columns = new ArrayList<>();
        for (String feature : features) {
            Column present = when(FeatureValues.isPresent(feature), FeatureValues.value(feature));
            columns.add(count(present));
            columns.add(avg(present));
        }
        return columns;
    }

    /** The sum behind a mean of huge values may overflow; the mean itself cannot lie outside the doubles. */
    private static double rounded(double mean) {
        double bounded = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, mean));
        return new BigDecimal(bounded).round(FLOAT_PRECISION).doubleValue();
    }
}
