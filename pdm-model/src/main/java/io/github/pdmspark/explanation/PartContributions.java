package io.github.pdmspark.explanation;

import java.io.Serializable;

/** Contributions to one classifier. Thread-safe. */
sealed interface PartContributions extends Serializable permits TreesContributions, LogisticContributions {

    /** How many values the classifier has an explanation for; the last one is the component of a two-class classifier. */
    int values();

    Explanation explain(double[] inputs, int value);
}
