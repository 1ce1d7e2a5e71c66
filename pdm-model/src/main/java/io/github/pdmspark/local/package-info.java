/**
 * Scores of one machine in a plain JVM.
 *
 * <p>Takes: a file of {@link io.github.pdmspark.portable.PortableScorer} and the raw records of a machine. Gives: {@link
 * io.github.pdmspark.local.LocalScore}s, equal to those of a Spark job. Needs the library's jars, Guava and Jackson on the class
 * path; no Spark. Next: your program.
 */
@NullMarked
package io.github.pdmspark.local;

import org.jspecify.annotations.NullMarked;
