/**
 * The validated history of a fleet.
 *
 * <p>Takes: the six tables. Gives: {@link io.github.pdmspark.fleet.FleetHistory}, the only thing that later steps accept:
 * holding one is the proof that its rows were checked. Next: {@code grid}, {@code pipeline} and {@code label} in
 * pdm-features.
 */
@NullMarked
package io.github.pdmspark.fleet;

import org.jspecify.annotations.NullMarked;
