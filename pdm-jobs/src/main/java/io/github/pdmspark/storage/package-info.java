/**
 * Sources that are read or followed, tables that are published and models that are kept, opened as a specification declares them.
 *
 * <p>Takes: {@link io.github.pdmspark.spec.SourceSpec} and {@link io.github.pdmspark.spec.SinkSpec}. Gives: datasets and {@link
 * io.github.pdmspark.publication.PublishedTable} and {@link io.github.pdmspark.storage.ModelPlace}. Next: {@code job}.
 */
@NullMarked
package io.github.pdmspark.storage;

import org.jspecify.annotations.NullMarked;
