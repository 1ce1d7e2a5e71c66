package io.github.pdmspark.bundle;

import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.PdmException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Which Spark wrote a folder and which one reads it: an older one may not know the files of a newer one. */
final class SparkLine {

    private final String running;
    private final String written;

    SparkLine(SparkSession spark, Manifest manifest) {
        running = spark.version();
        written = manifest.sparkVersion();
    }

    /**
     * Reads a fitted model.
     *
     * @throws BundleException if that fails, with the versions of Spark if the folder is of a later line
     */
    <T> T reading(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (PdmException e) {
            throw e;
        } catch (Exception e) { // AnalysisException is checked, but Scala does not declare it
            String reason = "cannot be read: " + firstLine(e);
            throw BundleProblems.because(
                    isOlder(running, written)
                            ? BundleProblems.laterSpark(name, written, running, reason)
                            : BundleProblems.damaged(name, reason),
                    e);
        }
    }

    /** Whether the first line, such as 4.0, comes before the second one. */
    static boolean isOlder(String version, String other) {
        return Arrays.compare(line(version), line(other)) < 0;
    }

    private static int[] line(String version) {
        return Arrays.stream(version.split("[^0-9]+"))
                .filter(number -> !number.isEmpty())
                .limit(2)
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
