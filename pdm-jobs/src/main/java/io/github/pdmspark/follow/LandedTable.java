package io.github.pdmspark.follow;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table to which records are added.
 *
 * @param name such as {@code telemetry}
 * @param windowed whether a record leaves the features when the longest window has passed it, as readings do; what happened
 *     to a machine counts for ever
 * @param stream its rows as a stream
 * @param accepted from rows of the stream to {@code machine_id, event_time, known_at} of those that pass the checks; lazy
 */
public record LandedTable(String name, boolean windowed, Dataset<Row> stream, UnaryOperator<Dataset<Row>> accepted) {}
