package io.github.pdmspark.local;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of the score table.
 *
 * @param asOf prediction time
 * @param status name of a {@code ScoreStatus}
 * @param anyFailure score or probability of any failure; empty unless scored
 * @param topComponent the component with the largest number, the first of equals; empty unless scored
 * @param components score or probability by component, in declared order; empty unless scored
 * @param imputed how many features were missing and filled in; 0 unless scored
 */
public record LocalScore(
        Instant asOf,
        String status,
        OptionalDouble anyFailure,
        Optional<String> topComponent,
        Map<String, Double> components,
        int imputed) {}
