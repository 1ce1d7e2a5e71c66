package io.github.pdmspark.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a {@code Dataset<Row>}: columns, and rows without regard to order, doubles within a tolerance. A failure
 * shows the first rows that differ. Every assertion collects the dataset: for test-sized data only.
 */
public final class DatasetAssert extends AbstractAssert<DatasetAssert, Dataset<Row>> {

    private static final int SHOWN = 5;

    private double relativeTolerance;

    private DatasetAssert(Dataset<Row> actual) {
        super(actual, DatasetAssert.class);
    }

    /** Starts an assertion; doubles are compared bit for bit until {@link #withRelativeTolerance} says otherwise. */
    public static DatasetAssert assertThat(Dataset<Row> actual) {
        return new DatasetAssert(actual);
    }

    /** Doubles {@code a} and {@code b} count as equal when {@code |a - b| <= tolerance * max(|a|, |b|)}. */
    public DatasetAssert withRelativeTolerance(double tolerance) {
        relativeTolerance = tolerance;
        return this;
    }

    /** The column names, in order. */
    public DatasetAssert hasColumns(String... names) {
        isNotNull();
        if (!List.of(actual.columns()).equals(List.of(names))) {
            failWithMessage("Expected columns %s but found %s", List.of(names), List.of(actual.columns()));
        }
        return this;
    }

    /** Names and types of all columns; nullability is not compared, as Spark widens it freely. */
    public DatasetAssert hasSchema(StructType expected) {
        isNotNull();
        if (!describe(actual.schema()).equals(describe(expected))) {
            failWithMessage("Expected schema %s but found %s", describe(expected), describe(actual.schema()));
        }
        return this;
    }

    /** The number of rows. */
    public DatasetAssert hasRowCount(long expected) {
        isNotNull();
        long count = actual.count();
        if (count != expected) {
            failWithMessage("Expected %d rows but found %d", expected, count);
        }
        return this;
    }

    /** The same columns and the same rows as {@code expected}, in any order. */
    public DatasetAssert hasSameRowsAs(Dataset<Row> expected) {
        hasSchema(expected.schema());
        return compare(expected.collectAsList());
    }

    /** The same rows, in any order. */
    public DatasetAssert containsExactlyInAnyOrder(List<Row> expected) {
        isNotNull();
        return compare(expected);
    }

    private DatasetAssert compare(List<Row> expected) {
        List<Row> found = sorted(actual.collectAsList());
        List<Row> wanted = sorted(expected);
        List<String> differences = new ArrayList<>();
        if (found.size() != wanted.size()) {
            differences.add("expected %d rows, found %d".formatted(wanted.size(), found.size()));
        }
        for (int i = 0; i < Math.min(found.size(), wanted.size()) && differences.size() < SHOWN; i++) {
            if (!equal(found.get(i), wanted.get(i))) {
                differences.add("row %d: expected %s%n         found %s".formatted(i, wanted.get(i), found.get(i)));
            }
        }
        if (!differences.isEmpty()) {
            failWithMessage("Rows differ (sorted order):%n%s", String.join(System.lineSeparator(), differences));
        }
        return this;
    }

    private static List<Row> sorted(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(DatasetAssert::sortKey))
                .toList();
    }

    /** Doubles are rounded in the key so that rows that differ only within a tolerance keep their places. */
    private static String sortKey(Row row) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            key.append(value instanceof Double number ? rounded(number) : String.valueOf(value))
                    .append('\u0001');
        }
        return key.toString();
    }

    private static String rounded(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number).round(new java.math.MathContext(6)).toPlainString()
                : Double.toString(number);
    }

    private boolean equal(Row left, Row right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equalValues(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean equalValues(Object left, Object right) {
        if (left instanceof Double a && right instanceof Double b) {
            return a.equals(b) || Math.abs(a - b) <= relativeTolerance * Math.max(Math.abs(a), Math.abs(b));
        }
        if (left instanceof Row a && right instanceof Row b) {
            return equal(a, b);
        }
        return Objects.equals(left, right);
    }

    private static List<String> describe(StructType schema) {
        return java.util.Arrays.stream(schema.fields())
                .map(field -> field.name() + ":" + field.dataType().catalogString())
                .toList();
    }
}
