package io.github.pdmspark.portable;

import java.util.Optional;

/** A model that may have a flat form. */
public interface Exportable {

    /** The model as plain arrays with the same scores, bit for bit; empty if an algorithm or a setting has no such form. */
    Optional<FlatModel> flat();
}
