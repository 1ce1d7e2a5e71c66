package io.github.pdmspark.survival;

/** How the observation of a life ended. */
public enum Ending {
    /** With the failure: the life is known. */
    FAILED,
    /** Before the failure: the life is a lower bound. */
    CENSORED
}
