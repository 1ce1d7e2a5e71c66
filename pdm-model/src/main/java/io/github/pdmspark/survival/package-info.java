/**
 * How good predicted lives are: measures of time to an event, in plain Java, each with the source of its formula.
 *
 * <p>Takes: predicted lives, curves or intervals, and the lives that were seen. Gives: {@link
 * io.github.pdmspark.survival.Concordance}, {@link io.github.pdmspark.survival.CensoredBrier}, {@link
 * io.github.pdmspark.survival.LifeErrors}, {@link io.github.pdmspark.survival.Prognosis}, {@link
 * io.github.pdmspark.survival.IntervalCoverage}. Next: {@code life}, {@code hazard}.
 */
@NullMarked
package io.github.pdmspark.survival;

import org.jspecify.annotations.NullMarked;
