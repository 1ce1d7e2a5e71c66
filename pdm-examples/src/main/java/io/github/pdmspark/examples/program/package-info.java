/**
 * What every program needs before its first step: a session, a fleet, dates, a folder for what it writes, its own source.
 *
 * <p>Takes: {@code -Dpdm.*}, see {@link io.github.pdmspark.examples.program.Settings}. Gives: {@link
 * io.github.pdmspark.examples.program.ExampleFleet}. Next: a program.
 */
@NullMarked
package io.github.pdmspark.examples.program;

import org.jspecify.annotations.NullMarked;
