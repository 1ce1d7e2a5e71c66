/**
 * Programs that are read like notebooks: look at the raw data, at the features, train, judge, schedule, make it one's own.
 *
 * <p>Takes: five tables or none. Gives: one HTML report per program. Next: a program of one's own.
 */
@NullMarked
package io.github.pdmspark.examples.notebook;

import org.jspecify.annotations.NullMarked;
