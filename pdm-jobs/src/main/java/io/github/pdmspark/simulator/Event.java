package io.github.pdmspark.simulator;

/**
 * Something that happened to a machine.
 *
 * @param hour whole hours since the start of telemetry, negative before it
 * @param what the error code or the component
 */
record Event(int hour, String what) {}
