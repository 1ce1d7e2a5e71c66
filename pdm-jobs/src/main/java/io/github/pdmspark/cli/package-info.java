/**
 * The command line, and a main class for every command.
 *
 * <p>Takes: arguments. Gives: progress on standard error, one line of JSON on standard output, an exit code. Next: the scheduler.
 */
@NullMarked
package io.github.pdmspark.cli;

import org.jspecify.annotations.NullMarked;
