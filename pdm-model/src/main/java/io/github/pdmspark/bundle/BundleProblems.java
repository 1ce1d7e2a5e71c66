package io.github.pdmspark.bundle;

import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;

/** The problems of a saved bundle, with the place and the remedy. */
final class BundleProblems {

    private BundleProblems() {}

    static Problem damaged(String file, String reason) {
        return new Problem(
                ErrorCondition.PDM_BUNDLE_DAMAGED,
                "Bundle file '" + file + "' " + reason + ".",
                "Copy the bundle again from its source or save the model again; nothing of it was loaded.");
    }

    static Problem foreign(String folder, String reason) {
        return new Problem(
                ErrorCondition.PDM_BUNDLE_FOREIGN,
                "'" + folder + "' is not a model bundle that can be loaded: " + reason + ".",
                "Give the folder that ModelBundle.save wrote, and load it with this version of the library or a later one.");
    }

    static Problem laterSpark(String file, String written, String running, String reason) {
        return new Problem(
                ErrorCondition.PDM_BUNDLE_FOREIGN,
                "Bundle file '" + file + "' was saved by Spark " + written + " in a form that Spark " + running
                        + " does not know; it " + reason + ".",
                "Load it with Spark " + written
                        + " or later, train it again here, or use the portable file of the bundle,"
                        + " which every Spark reads.");
    }

    static Problem mismatch(String what, Object expected, Object found) {
        return new Problem(
                ErrorCondition.PDM_BUNDLE_MISMATCH,
                what + "\nExpected: " + expected + "\nFound: " + found,
                "Put together only parts of one training run.");
    }

    static BundleException because(Problem problem, Throwable cause) {
        BundleException exception = new BundleException(problem);
        exception.initCause(cause);
        return exception;
    }
}
