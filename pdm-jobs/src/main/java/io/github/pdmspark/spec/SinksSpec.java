package io.github.pdmspark.spec;

import java.util.Optional;

/**
 * Where results go.
 *
 * @param scores the score table
 * @param features the feature table
 * @param quarantine folder for rejected rows
 * @param reports folder for run reports
 * @param ledger folder of the run ledger
 * @param following folder that says which records {@code score --follow} has taken
 */
public record SinksSpec(
        Optional<SinkSpec> scores,
        Optional<SinkSpec> features,
        Optional<String> quarantine,
        Optional<String> reports,
        Optional<String> ledger,
        Optional<String> following) {}
