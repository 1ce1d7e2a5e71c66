package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.Episode;

/** An episode with its outcome; {@code failure} is the failure that it is matched with, or {@link #NONE}. Times in microseconds. */
record JudgedEpisode(int component, Episode episode, EpisodeOutcome outcome, long failure) {

    static final long NONE = Long.MIN_VALUE;
}
