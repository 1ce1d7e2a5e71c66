package io.github.pdmspark.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.PublishException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * What ran, on what, and what came out: a folder with one small JSON file for each run, never changed afterwards. A run that
 * was killed before its entry was written has published either everything or nothing; run again, it finds out which.
 */
public final class RunLedger {

    private static final String ENDING = ".json";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final FileSystem files;
    private final Path root;

    private RunLedger(FileSystem files, Path root) {
        this.files = files;
        this.root = root;
    }

    /** The ledger in this folder, which need not exist. */
    public static RunLedger at(SparkSession spark, String folder) {
        Path path = new Path(folder);
        try {
            FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
            return new RunLedger(files, files.makeQualified(path));
        } catch (IOException e) {
            throw unreachable(path, e);
        }
    }

    /** Adds an entry. */
    public void append(LedgerEntry entry) {
        String name = entry.startedAt().toString().replaceAll("[^0-9TZ]", "") + "-" + entry.runId();
        try {
            Path staged = new Path(root, "." + name);
            try (OutputStream out = files.create(staged, true)) {
                out.write(MAPPER.writeValueAsString(entry).getBytes(StandardCharsets.UTF_8));
            }
            if (!files.rename(staged, new Path(root, name + ENDING))) {
                throw new IOException("the entry " + name + " is there already");
            }
        } catch (IOException e) {
            throw unreachable(root, e);
        }
    }

    /** All entries, the earliest first. */
    public List<LedgerEntry> entries() {
        try {
            List<LedgerEntry> entries = new ArrayList<>();
            for (FileStatus file : files.listStatus(root)) {
                if (file.getPath().getName().endsWith(ENDING)
                        && !file.getPath().getName().startsWith(".")) {
                    entries.add(read(file.getPath()));
                }
            }
            entries.sort(Comparator.comparing(LedgerEntry::startedAt).thenComparing(LedgerEntry::runId));
            return entries;
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw unreachable(root, e);
        }
    }

    /** The end of the latest range that a model was run on. */
    public Optional<Instant> watermark(String batch, String modelId) {
        return of(batch, modelId).map(LedgerEntry::to).max(Comparator.naturalOrder());
    }

    /** The start of the earliest range that a model was run on. */
    public Optional<Instant> beginning(String batch, String modelId) {
        return of(batch, modelId).map(LedgerEntry::from).min(Comparator.naturalOrder());
    }

    private Stream<LedgerEntry> of(String batch, String modelId) {
        return entries().stream()
                .filter(entry -> entry.batch().equals(batch) && entry.modelId().equals(modelId));
    }

    /** The latest entry of a run with this fingerprint. */
    public Optional<LedgerEntry> find(String fingerprint) {
        return entries().stream()
                .filter(entry -> entry.fingerprint().equals(fingerprint))
                .reduce((earlier, later) -> later);
    }

    private LedgerEntry read(Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return MAPPER.readValue(in, LedgerEntry.class);
        } catch (JsonProcessingException e) {
            throw new PublishException(
                    new Problem(
                            ErrorCondition.PDM_PUBLISHED_DAMAGED,
                            "'" + file + "' is no entry of a run ledger: " + e.getOriginalMessage(),
                            "move it away; runs of its range are then done again."),
                    e);
        }
    }

    private static PublishException unreachable(Path path, IOException cause) {
        return new PublishException(
                new Problem(
                        ErrorCondition.PDM_PUBLISH_FAILED,
                        "The run ledger '" + path.toString().replaceAll("//[^/@]*@", "//***@") + "' cannot be used: "
                                + cause.getMessage(),
                        "check the folder sinks.ledger and its rights."),
                cause);
    }
}
