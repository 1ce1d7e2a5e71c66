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
 */
public record SinksSpec(
        Optional<SinkSpec> scores,
        Optional<SinkSpec> features,
        Optional<String> quarantine,
        Optional<String> reports,
        Optional<String> ledger) {}
