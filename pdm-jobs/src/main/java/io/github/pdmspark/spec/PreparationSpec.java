package io.github.pdmspark.spec;

/**
 * What is done to the training rows.
 *
 * @param negativesKept share of negative rows that trains
 * @param negativesSeed which of them
 * @param balanced whether classes get weights that make them equal
 */
public record PreparationSpec(double negativesKept, long negativesSeed, boolean balanced) {}
