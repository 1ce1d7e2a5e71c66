package io.github.pdmspark.table;

import java.net.URI;

/** Names of files as Spark lists them, made fit to be read one by one. */
final class FileNames {

    private FileNames() {}

    /** The name without {@code %20} and the like: Spark lists files as addresses and reads them as names. */
    static String decoded(String address) {
        try {
            URI uri = URI.create(address);
            String authority = uri.getAuthority() == null ? "" : uri.getAuthority();
            return uri.getScheme() == null ? address : uri.getScheme() + "://" + authority + uri.getPath();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** A pattern that matches this file only. */
    static String pattern(String file) {
        return file.replaceAll("([\\[\\]{}*?])", "\\\\$1");
    }
}
