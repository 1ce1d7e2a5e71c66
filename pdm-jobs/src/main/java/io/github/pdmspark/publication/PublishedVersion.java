package io.github.pdmspark.publication;

import java.time.Instant;

/**
 * One version of a {@link PublishedFolder}; its files never change.
 *
 * @param number of the version, from 1 on
 * @param batch who published it
 * @param fingerprint of what was published
 * @param writtenAt when it was published
 * @param path of the folder with its files
 */
public record PublishedVersion(long number, String batch, String fingerprint, Instant writtenAt, String path) {}
