package io.github.pdmspark.error;

/** The stable codes of everything that can be wrong with data, a specification or a saved model. */
public enum ErrorCondition {
    /** A column that the mapping names is not in the table. */
    PDM_COLUMN_NOT_FOUND,
    /** Two columns of one table have names that Spark cannot tell apart. */
    PDM_COLUMN_AMBIGUOUS,
    /** A column has a type that cannot hold what the mapping says. */
    PDM_COLUMN_TYPE,
    /** The mapping of a table is not complete. */
    PDM_MAPPING_INCOMPLETE,
    /** A compulsory table was not given. */
    PDM_TABLE_MISSING,
    /** A compulsory table has no rows. */
    PDM_TABLE_EMPTY,
    /** More rows of a table were rejected than the limit allows. */
    PDM_TOO_MANY_REJECTED,
    /** A machine has more than one row where one is allowed. */
    PDM_MACHINE_DUPLICATE,
    /** Telemetry names a machine that a complete table of machines does not list. */
    PDM_MACHINE_NOT_LISTED,
    /** Several rows share a key with different values and the rule says to fail. */
    PDM_DUPLICATE_CONFLICT,
    /** A sensor has gaps, constant values or too short a history, beyond the declared limits. */
    PDM_SENSOR_QUALITY,
    /** No machine of one table occurs in the telemetry: the two name their machines differently. */
    PDM_MACHINES_DO_NOT_MEET,
    /** A file or folder does not exist. */
    PDM_PATH_NOT_FOUND,
    /** A file is not what its name or its reader says: not UTF-8 text, compressed, or of another format. */
    PDM_FILE_ENCODING,
    /** A file is cut or damaged. */
    PDM_FILE_DAMAGED,
    /** The columns of a file do not fit the other files of its table. */
    PDM_HEADER_MISMATCH,
    /** There is nothing to learn from: no failure, or one class only. */
    PDM_NO_FAILURES,
    /** No row is left after the filters. */
    PDM_NO_USABLE_ROWS,
    /** What should know only the past changed with the future. */
    PDM_LEAK_FOUND,
    /** The training gate found a feature beyond its limits. */
    PDM_GATE_CLOSED,
    /** A saved model was changed, cut or is incomplete. */
    PDM_BUNDLE_DAMAGED,
    /** A folder is not a model bundle of this library, or of a version that it reads. */
    PDM_BUNDLE_FOREIGN,
    /** A saved model does not fit the data that it shall score. */
    PDM_BUNDLE_MISMATCH,
    /** MLlib is not in this JVM: the session goes through Spark Connect. */
    PDM_NEEDS_DEDICATED_COMPUTE,
    /** The session does not have the compiled classes of this library, or has those of another version. */
    PDM_CLASSES_NOT_UPLOADED,
    /** Another run published the same range meanwhile; nothing was changed. */
    PDM_PUBLISH_CONFLICT,
    /** Publishing failed before anything became visible; what was there is still there. */
    PDM_PUBLISH_FAILED,
    /** Publishing failed in the one step that decides, and whether it took place cannot be read; nothing was deleted. */
    PDM_PUBLISH_UNKNOWN,
    /** New records of a stream could not be taken; no score was changed. */
    PDM_FOLLOW_FAILED,
    /** A source does not tell which rows were added to it. */
    PDM_SOURCE_NOT_FOLLOWED,
    /** A folder of published data was written by something else, is damaged, or misses files. */
    PDM_PUBLISHED_DAMAGED,
    /** A database cannot be reached, refuses the user, or has no such table. */
    PDM_DATABASE_UNREACHABLE,
    /** A specification is not YAML or JSON. */
    PDM_SPEC_SYNTAX,
    /** A specification has a key that does not exist. */
    PDM_SPEC_UNKNOWN_KEY,
    /** A specification lacks a key that must be there. */
    PDM_SPEC_MISSING_KEY,
    /** A specification has a value that cannot be. */
    PDM_SPEC_VALUE,
    /** A secret is not where the specification says. */
    PDM_SECRET_MISSING
}
