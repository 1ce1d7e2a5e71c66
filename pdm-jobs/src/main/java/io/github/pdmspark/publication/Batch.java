package io.github.pdmspark.publication;

import io.github.pdmspark.time.TimeRange;

/**
 * What a run publishes: the rows of a range of time. It replaces all rows of that range and scope, and no others.
 *
 * @param id names the run's work; the same id with the same fingerprint is published once
 * @param scope whose rows these are, such as a model id; rows of other scopes stay
 * @param range the time of the rows
 * @param fingerprint changes when the rows may change: a hash of inputs, settings and model
 */
public record Batch(String id, String scope, TimeRange range, String fingerprint) {

    public Batch {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A batch needs an id, such as \"scores 2015-11-15\".");
        }
    }
}
