package io.github.pdmspark.publication;

/** One state of something published, as it stands in the log. */
interface Version {

    /** Its number, 1 for the first. */
    long number();

    /** A text that only the run which wrote it knows. */
    String commit();
}
