package io.github.pdmspark.follow;

/** The borders at which following can be watched, in their order. */
public enum FollowStep {
    /** All new records left their marks. */
    MARKED,
    /** What late records changed is published. */
    CHANGED,
    /** What new readings completed is published. */
    COMPLETED,
    /** The marks are gone. */
    FORGOTTEN
}
