package io.github.pdmspark.cli;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SpecException;
import io.github.pdmspark.spec.SpecDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that reads a specification takes. */
final class JobOptions {

    private static final String URL = "[a-zA-Z][a-zA-Z0-9+.-]+:.*";

    @Option(
            names = {"-s", "--spec"},
            paramLabel = "FILE",
            defaultValue = "pdm.yaml",
            description = "The specification, YAML or JSON; a local file, or a path that Spark reads."
                    + " Default: ${DEFAULT-VALUE}.")
    private String file = "pdm.yaml";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a value of the specification, such as split.test_from=2015-11-15. May be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--model", paramLabel = "PATH", description = "The same as --set model=PATH.")
    private @Nullable String model;

    @Option(
            names = "--landing",
            paramLabel = "PATH",
            description = "Reads the tables that 'validate --write PATH' wrote in the place of the sources.")
    private @Nullable String landing;

    @Option(names = "--dry-run", description = "Prints what would be done and does nothing.")
    private boolean dryRun;

    boolean isDryRun() {
        return dryRun;
    }

    SpecDocument document(Supplier<SparkSession> session, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        if (model != null) {
            all.put("model", quoted(model));
        }
        all.putAll(more);
        SpecDocument read = SpecDocument.read(file, text(session), all);
        return landing == null ? read : read.landedIn(landing);
    }

    /** Text as a value of a specification. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private String text(Supplier<SparkSession> session) {
        try {
            if (file.matches(URL)) {
                return session.get()
                        .read()
                        .option("wholetext", true)
                        .text(file)
                        .head()
                        .getString(0);
            }
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw missing(Path.of(file).toAbsolutePath());
        } catch (Exception e) {
            if (e instanceof AnalysisException) {
                throw missing(Path.of(file.replaceFirst("^[^:]*:", "")));
            }
            throw e;
        }
    }

    private SpecException missing(Path path) {
        Path folder = path.getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return new SpecException(new Problem(
                ErrorCondition.PDM_PATH_NOT_FOUND,
                "There is no specification '" + file + "'."
                        + (folder == null ? "" : " The folder " + folder + " is there."),
                "name it with --spec FILE; docs/reference/specification.md has one to start with."));
    }
}
