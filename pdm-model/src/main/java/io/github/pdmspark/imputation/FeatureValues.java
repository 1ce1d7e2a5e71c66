package io.github.pdmspark.imputation;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.schema.Identifiers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Expressions over feature columns; a value is present if it is a finite number. */
public final class FeatureValues {

    private FeatureValues() {}

    /**
     * Checks that each feature is a numeric column of the rows.
     *
     * @throws SchemaException naming every feature that is not
     */
    public static void require(Dataset<Row> rows, List<String> features) {
        Map<String, DataType> types = Arrays.stream(rows.schema().fields())
                .collect(Collectors.toMap(StructField::name, StructField::dataType, (first, second) -> first));
        List<Problem> problems = new ArrayList<>();
        for (String feature : features) {
            DataType type = types.get(feature);
            if (type == null) {
                problems.add(new Problem(
                        ErrorCondition.PDM_COLUMN_NOT_FOUND,
                        "The rows have no feature column '" + feature + "'.",
                        "Compute the features with the feature specification of the model."));
            } else if (!(type instanceof NumericType)) {
                problems.add(new Problem(
                        ErrorCondition.PDM_COLUMN_TYPE,
                        "Feature column '" + feature + "' is " + type.simpleString() + ", not a number.",
                        "Give features as double columns."));
            }
        }
        if (!problems.isEmpty()) {
            throw new SchemaException(problems);
        }
    }

    /** Whether the value is a finite number; false for null, true or false but never null. */
    public static Column isPresent(String feature) {
        Column value = value(feature);
        return value.isNotNull().and(value.between(-Double.MAX_VALUE, Double.MAX_VALUE));
    }

    /** The feature as a double. */
    public static Column value(String feature) {
        return Identifiers.column(feature).cast("double");
    }

    /** Joins the columns pairwise, so that hundreds of them make a shallow expression. */
    public static Column joined(List<Column> columns, BinaryOperator<Column> operator) {
        if (columns.size() == 1) {
            return columns.get(0);
        }
        int half = columns.size() / 2;
        Column left = joined(columns.subList(0, half), operator);
        return operator.apply(left, joined(columns.subList(half, columns.size()), operator));
    }

    static Column filled(Fill fill) {
        return fill.neverSeen()
                ? lit(fill.value())
                : when(isPresent(fill.feature()), value(fill.feature())).otherwise(lit(fill.value()));
    }

    static Column indicator(Fill fill) {
        return when(isPresent(fill.feature()), lit(0.0)).otherwise(lit(1.0));
    }

    static Column missingCount(List<String> features) {
        List<Column> missing = features.stream()
                .map(feature -> when(isPresent(feature), lit(0)).otherwise(lit(1)))
                .toList();
        return missing.isEmpty() ? lit(0) : joined(missing, Column::plus);
    }
}
