/**
 * The exceptions of the library and their stable condition codes.
 *
 * <p>Takes: nothing. Gives: {@link io.github.pdmspark.error.PdmException} with one or more {@link
 * io.github.pdmspark.error.Problem}. Next: every package that meets bad data.
 */
@NullMarked
package io.github.pdmspark.error;

import org.jspecify.annotations.NullMarked;
