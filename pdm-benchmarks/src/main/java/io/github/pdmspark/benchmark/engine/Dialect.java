package io.github.pdmspark.benchmark.engine;

/** Where the SQL of two engines differs. */
enum Dialect {
    SPARK(
            "unix_micros(%s)",
            "%s div %s", "explode(sequence(%s, %s))", "timestamp_micros(%s)", "min_by(%s, struct(%s))"),
    DUCKDB("epoch_us(%s)", "%s // %s", "unnest(generate_series(%s, %s))", "make_timestamptz(%s)", "arg_min(%s, (%s))");

    private final String micros;
    private final String division;
    private final String series;
    private final String timestamp;
    private final String first;

    Dialect(String micros, String division, String series, String timestamp, String first) {
        this.micros = micros;
        this.division = division;
        this.series = series;
        this.timestamp = timestamp;
        this.first = first;
    }

    /** A timestamp as microseconds since the epoch. */
    String micros(String timestampColumn) {
        return micros.formatted(timestampColumn);
    }

    /** Integer division of numbers that are not negative. */
    String divided(String number, long by) {
        return "(" + division.formatted("(" + number + ")", by) + ")";
    }

    /** One row per whole number of {@code [first, last]}. */
    String series(String first, String last) {
        return series.formatted(first, last);
    }

    String timestamp(String microseconds) {
        return timestamp.formatted(microseconds);
    }

    /** Aggregate: the value of the row that is first by an order. */
    String first(String value, String order) {
        return first.formatted(value, order);
    }
}
