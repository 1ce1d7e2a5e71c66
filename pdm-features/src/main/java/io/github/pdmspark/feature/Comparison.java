package io.github.pdmspark.feature;

/** How a {@link WindowComparison} relates the value of a window to that of its reference. */
public enum Comparison {
    /** Value minus reference. */
    DIFFERENCE("minus"),
    /** Value divided by reference; null where the reference is 0. */
    RATIO("over");

    private final String columnPart;

    Comparison(String columnPart) {
        this.columnPart = columnPart;
    }

    /** The name inside a column name. */
    String columnPart() {
        return columnPart;
    }
}
