/**
 * How many cycles does an engine have left? Run-to-failure data from a folder of files to predicted lives and a report.
 *
 * <p>Takes: a folder of the C-MAPSS kind, or nothing. Gives: {@link io.github.pdmspark.examples.turbofan.TurbofanRul}. Next:
 * a program of one's own.
 */
@NullMarked
package io.github.pdmspark.examples.turbofan;

import org.jspecify.annotations.NullMarked;
