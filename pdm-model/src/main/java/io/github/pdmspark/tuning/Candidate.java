package io.github.pdmspark.tuning;

import io.github.pdmspark.training.Training;

/**
 * One way to train, to be compared with others.
 *
 * @param name what the report calls it
 * @param training trainer, weights and sampling
 */
public record Candidate(String name, Training training) {

    public Candidate {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A candidate needs a name that tells it from the others.");
        }
    }
}
