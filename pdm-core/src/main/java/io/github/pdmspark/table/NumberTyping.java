package io.github.pdmspark.table;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.table.TableTyping.UserColumn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;

/** Columns of numbers: never NaN, never infinite, stand-ins for "no reading" turned to NULL. */
final class NumberTyping {

    private static final Set<String> NUMBERS =
            Set.of("tinyint", "smallint", "int", "bigint", "float", "double", "boolean");

    /** Every whole number up to it is a double. */
    private static final long LARGEST_EXACT = 1L << 53;

    private final TableTyping typing;

    NumberTyping(TableTyping typing) {
        this.typing = typing;
    }

    void add(String name, String columnName, String declaredBy, List<Double> sentinels, Optional<SensorRange> range) {
        typing.resolve(columnName, declaredBy).ifPresent(column -> {
            String type = column.typeName();
            if (!type.equals("string") && !NUMBERS.contains(type) && !type.startsWith("decimal")) {
                typing.problem(
                        ErrorCondition.PDM_COLUMN_TYPE,
                        "Column '" + columnName + "' of table '" + typing.table() + "' is " + type + ", not a number.",
                        "map a numeric column, or cast it before.");
                return;
            }
            if (type.equals("bigint")) {
                Column whole = col(column.safeName());
                Column inexact = whole.gt(LARGEST_EXACT).or(whole.lt(-LARGEST_EXACT));
                typing.check(QualityRule.NOT_EXACT, column.name(), inexact, whole);
            }
            typing.add(name, value(column, type.equals("string") ? parsed(column) : number(column), sentinels, range));
        });
    }

    private static Column number(UserColumn column) {
        return col(column.safeName()).cast("double");
    }

    private Column parsed(UserColumn column) {
        Column number = typing.once(expr("try_cast(trim(" + column.safeName() + ") as double)"));
        Column present = TimeColumn.present(expr("trim(" + column.safeName() + ")"));
        typing.check(QualityRule.NOT_A_NUMBER, column.name(), present.and(number.isNull()), col(column.safeName()));
        return number;
    }

    private Column value(UserColumn column, Column number, List<Double> sentinels, Optional<SensorRange> range) {
        Column shown = col(column.safeName());
        Column infinite = isnan(number).or(abs(number).equalTo(Double.POSITIVE_INFINITY));
        typing.check(QualityRule.NOT_FINITE, column.name(), infinite, shown);
        Column value = missingWhere(infinite, number);
        if (!sentinels.isEmpty()) {
            Column sentinel = value.isInCollection(sentinels);
            typing.check(QualityRule.SENTINEL, column.name(), sentinel, shown);
            value = missingWhere(sentinel, value);
        }
        if (range.isPresent()) {
            Column outside =
                    value.lt(range.get().lowest()).or(value.gt(range.get().highest()));
            typing.check(range.get().otherwise(), column.name(), outside, shown);
            value = missingWhere(outside, value);
        }
        return value;
    }

    private static Column missingWhere(Column condition, Column value) {
        return when(condition, lit(null).cast("double")).otherwise(value);
    }
}
