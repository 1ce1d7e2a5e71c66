package io.github.pdmspark.report.chart;

import java.time.Instant;

/**
 * One instant on a lane.
 *
 * @param time when
 * @param kind what it is; one colour and form per kind
 */
public record Moment(Instant time, String kind) {}
