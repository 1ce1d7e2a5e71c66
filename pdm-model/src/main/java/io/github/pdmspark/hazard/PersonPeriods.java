package io.github.pdmspark.hazard;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.life.KeptLives;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row for each row and period. For training, of a life with length T: a period {@code [start, end)} is at risk if {@code T
 * >= start}; its label is 1 if the life was seen to fail with {@code T < end}, 0 if {@code T >= end}, and there is no row if
 * observation ended within it.
 */
record PersonPeriods(Periods periods, PeriodCoding coding) {

    static final String PERIOD = "__pdm_period";
    static final String LABEL = "__pdm_period_label";

    private static final String STRUCT = "__pdm_struct";

    /** The columns that tell the period. */
    List<String> columns() {
        return coding.columns(periods);
    }

    /** Periods at risk with their label, from rows with the columns of {@link KeptLives#ofComponent}. */
    Dataset<Row> labelled(Dataset<Row> lives) {
        return exploded(lives, filter(array(structs(PersonPeriods::label)), period -> period.getField(LABEL)
                .isNotNull()));
    }

    /** All periods in order, without a label. */
    Dataset<Row> all(Dataset<Row> rows) {
        return exploded(rows, array(structs((start, end) -> lit(null).cast("double"))));
    }

    private static Column label(double start, double end) {
        Column life = col(KeptLives.LIFE);
        return when(life.lt(start), lit(null))
                .when(life.geq(end), 0.0)
                .when(col(KeptLives.CENSORED), lit(null))
                .otherwise(1.0);
    }

    private interface Label {
        Column of(double start, double end);
    }

    private Column[] structs(Label label) {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < periods.count(); i++) {
            List<Column> fields = new ArrayList<>();
            fields.add(lit(i).as(PERIOD));
            fields.add(label.of(periods.starts().get(i), periods.ends().get(i)).as(LABEL));
            double[] values = coding.values(periods, i);
            for (int j = 0; j < values.length; j++) {
                fields.add(lit(values[j]).as(columns().get(j)));
            }
            all.add(struct(fields.toArray(Column[]::new)));
        }
        return all.toArray(Column[]::new);
    }

    private Dataset<Row> exploded(Dataset<Row> rows, Column structs) {
        Dataset<Row> exploded = rows.withColumn(STRUCT, explode(structs));
        List<Column> fields = new ArrayList<>(List.of(col("*")));
        fields.add(col(STRUCT).getField(PERIOD).as(PERIOD));
        fields.add(col(STRUCT).getField(LABEL).as(LABEL));
        columns().forEach(name -> fields.add(col(STRUCT).getField(name).as(name)));
        return exploded.select(fields.toArray(Column[]::new)).drop(STRUCT);
    }
}
