/**
 * Results that other programs read while they are replaced: a reader sees the old version or the new one, never a mixture.
 *
 * <p>Takes: rows of a range of time, or files. Gives: {@link io.github.pdmspark.publication.PublishedTable}, {@link
 * io.github.pdmspark.publication.PublishedFolder} for models, {@link io.github.pdmspark.publication.WholeFile} for reports. Next:
 * whoever reads them.
 */
@NullMarked
package io.github.pdmspark.publication;

import org.jspecify.annotations.NullMarked;
