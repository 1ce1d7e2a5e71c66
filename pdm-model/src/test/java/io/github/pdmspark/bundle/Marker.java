package io.github.pdmspark.bundle;

/** A class that a forged bundle names; nothing may ever load it, so no test refers to it but by name. */
final class Marker {

    static final String NAME_PROPERTY = "pdm.test.marker";

    static {
        System.setProperty(NAME_PROPERTY, "loaded");
    }

    private Marker() {}
}
