/**
 * Results that other programs read while they are replaced: a reader sees the old version or the new one, never a mixture.
 *
 * <p>Takes: rows of a range of time. Gives: {@link io.github.pdmspark.publication.ParquetTable}, a numbered version of them on a
 * file system. Next: whoever reads them.
 */
@NullMarked
package io.github.pdmspark.publication;

import org.jspecify.annotations.NullMarked;
