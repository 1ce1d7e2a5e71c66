package io.github.pdmspark.publication;

import java.util.List;

/** One state of something that is published, as its file in the log says it. */
interface NumberedVersion {

    /** Of this version; the first is 1. */
    long number();

    /** Known to the run that wrote it only. */
    String commit();

    /** Where its content lies, relative to the root. */
    List<String> folders();

    /**
     * Fails unless a folder that a version names lies below the root; the file that says so may come from anywhere.
     *
     * @throws IllegalArgumentException with the folder
     */
    static void requireInside(String folder) {
        if (!folder.matches("data(/[A-Za-z0-9-]+)+")) {
            throw new IllegalArgumentException("it names '" + folder + "', which is no folder of published data");
        }
    }
}
