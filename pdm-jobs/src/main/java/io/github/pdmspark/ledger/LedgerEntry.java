package io.github.pdmspark.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one run did.
 *
 * @param format of this record, {@value #FORMAT}
 * @param runId identity of the run
 * @param command what ran
 * @param batch what it published, such as {@code scores}
 * @param modelId the model
 * @param from start of the range that it was asked for
 * @param to end of it
 * @param writtenFrom start of the range that it wrote; earlier than {@code from} by the tolerance for late records
 * @param readFrom start of the telemetry that it read
 * @param outcome what became of the rows
 * @param rows rows of the written range afterwards
 * @param version of the published table
 * @param inputRows rows read, by table
 * @param specFingerprint of the sections of the specification that decide what rows come out
 * @param inputFingerprint of everything that was read
 * @param fingerprint of specification, model, range and input together
 * @param startedAt when
 * @param seconds how long it took
 */
public record LedgerEntry(
        int format,
        String runId,
        String command,
        String batch,
        String modelId,
        Instant from,
        Instant to,
        Instant writtenFrom,
        Instant readFrom,
        Outcome outcome,
        long rows,
        long version,
        Map<String, Long> inputRows,
        String specFingerprint,
        String inputFingerprint,
        String fingerprint,
        Instant startedAt,
        double seconds) {

    public static final int FORMAT = 1;

    /** What became of the rows of a run. */
    public enum Outcome {
        /** A new version was published. */
        PUBLISHED,
        /** The table held these rows already. */
        UNCHANGED
    }

    public LedgerEntry {
        inputRows = Collections.unmodifiableMap(new TreeMap<>(inputRows));
        if (format != FORMAT) {
            throw new IllegalArgumentException("its format is " + format + ", but this library reads " + FORMAT);
        }
    }
}
