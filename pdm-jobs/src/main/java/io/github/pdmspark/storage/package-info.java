/**
 * Sources that are read and tables that are published, opened as a specification declares them.
 *
 * <p>Takes: {@link io.github.pdmspark.spec.SourceSpec} and {@link io.github.pdmspark.spec.SinkSpec}. Gives: datasets and {@link
 * io.github.pdmspark.publication.PublishedTable}. Next: {@code job}.
 */
@NullMarked
package io.github.pdmspark.storage;

import org.jspecify.annotations.NullMarked;
