package io.github.pdmspark.evaluation;

/**
 * The verdict on the machines of one group.
 *
 * @param attribute what divides the machines
 * @param value what they have in common
 * @param metrics as of the whole fleet, without bootstrap intervals
 */
public record GroupEvents(String attribute, String value, EventMetrics metrics) {}
