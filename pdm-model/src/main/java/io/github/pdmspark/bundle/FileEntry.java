package io.github.pdmspark.bundle;

import java.util.regex.Pattern;

/**
 * One file of a bundle.
 *
 * @param path where it lies, relative to the folder, with {@code /}
 * @param size length in bytes
 * @param sha256 SHA-256 of its bytes in hexadecimal
 */
record FileEntry(String path, long size, String sha256) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_=.-]+(/[A-Za-z0-9_=.-]+)*");
    private static final Pattern DOTS = Pattern.compile("(.*/)?\\.+(/.*)?");

    /** Whether the path can only lie inside the folder: plain names, not absolute, none of them {@code .} or {@code ..}. */
    boolean isInside() {
        return PLAIN.matcher(path).matches() && !DOTS.matcher(path).matches();
    }
}
