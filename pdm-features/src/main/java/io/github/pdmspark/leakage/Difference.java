package io.github.pdmspark.leakage;

/**
 * A column that a change of the future changed.
 *
 * @param column its name; {@code (row)} for rows that appeared or vanished, {@code (fitted)} for a fitted step
 * @param rows how many rows; 0 where rows cannot be counted
 * @param example machine and time of one of them, or what else there is to see
 */
public record Difference(String column, long rows, String example) {}
