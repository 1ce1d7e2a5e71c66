package io.github.pdmspark.report.table;

/**
 * A cell that leads to another page of the same folder.
 *
 * @param file its name, such as {@code scores.html}
 */
public record PageLink(String file) {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*\\.html";

    public PageLink {
        if (!file.matches(NAME)) {
            throw new IllegalArgumentException("'" + file + "' is not the name of a page in the same folder. Letters,"
                    + " digits, '.', '_' and '-' make a name, '.html' ends it.");
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
