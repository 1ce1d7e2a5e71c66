/**
 * The record of runs.
 *
 * <p>Takes: what a run did. Gives: {@link io.github.pdmspark.ledger.RunLedger}, which knows how far scoring came and what it
 * read. Next: {@code increment}.
 */
@NullMarked
package io.github.pdmspark.ledger;

import org.jspecify.annotations.NullMarked;
