package io.github.pdmspark.error;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A session cannot do what the library needs. */
public final class SessionException extends PdmException {
    private static final long serialVersionUID = 1L;

    private static final List<String> SIGNS = List.of(
            "classnotfoundexception",
            "noclassdeffounderror",
            "failed to load class",
            "invalidclassexception",
            "failed to unpack scala udf",
            "connect.common.udfpacket");

    private SessionException(Problem problem, Throwable cause) {
        super(List.of(problem));
        initCause(cause);
    }

    /** Throws an error that says what to do, if a failure of Spark shows that classes are missing. */
    public static void throwIfClassesAreMissing(Exception failure) {
        boolean missing = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause).toLowerCase(Locale.ROOT))
                .anyMatch(text -> SIGNS.stream().anyMatch(text::contains));
        if (missing) {
            throw new SessionException(notUploaded(), failure);
        }
    }

    private static Problem notUploaded() {
        return new Problem(
                ErrorCondition.PDM_CLASSES_NOT_UPLOADED,
                "This session cannot run the compiled classes that features are computed with: it does not have them, or has"
                        + " them from another version.",
                "upload the jars of this version before the first query: spark.addArtifact(\"pdm-core.jar\") and"
                        + " spark.addArtifact(\"pdm-features.jar\"), and the jar of every WindowAggregate of your own. On compute that"
                        + " allows no compiled code choose dedicated compute.");
    }
}
