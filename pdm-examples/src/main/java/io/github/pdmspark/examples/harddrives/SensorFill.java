package io.github.pdmspark.examples.harddrives;

/**
 * How often a column has a value.
 *
 * @param column name of the column
 * @param filled rows with a value
 * @param rows all rows
 */
record SensorFill(String column, long filled, long rows) {

    double share() {
        return (double) filled / rows;
    }
}
