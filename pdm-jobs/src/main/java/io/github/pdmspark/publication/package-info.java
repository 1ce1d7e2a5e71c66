/**
 * Results that other programs read while they are replaced: a reader sees the old version or the new one, never a mixture.
 *
 * <p>Takes: rows, a model or a report. Gives: a numbered version of them on a file system or in Delta. Next: {@code jobs}.
 */
@NullMarked
package io.github.pdmspark.publication;

import org.jspecify.annotations.NullMarked;
