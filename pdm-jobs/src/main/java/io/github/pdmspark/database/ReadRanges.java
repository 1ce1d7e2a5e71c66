package io.github.pdmspark.database;

/**
 * Ranges of a column that are read in parallel.
 *
 * @param column a number, date or timestamp
 * @param lower where the first range ends at the latest
 * @param upper where the last range begins at the earliest
 * @param count how many ranges
 */
public record ReadRanges(String column, String lower, String upper, int count) {

    public ReadRanges {
        if (count < 1) {
            throw new IllegalArgumentException("A table is read in 1 range or more, not " + count + ".");
        }
    }
}
