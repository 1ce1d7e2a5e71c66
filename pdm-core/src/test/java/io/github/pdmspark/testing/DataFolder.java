package io.github.pdmspark.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data that is not part of the project: the folder that {@code pdm.data.dir} or {@code PDM_DATA_DIR} names. */
public final class DataFolder {

    private DataFolder() {}

    /** The path of a data set; the calling test is skipped, saying so, when it is not there. */
    public static String named(String dataSet) {
        String root = System.getProperty("pdm.data.dir", "");
        if (root.isBlank() || root.startsWith("${")) {
            root = System.getenv().getOrDefault("PDM_DATA_DIR", "");
        }
        Path folder = Path.of(root, dataSet);
        Assumptions.assumeTrue(
                !root.isBlank() && Files.isDirectory(folder),
                "real data '" + dataSet + "' is not here: set PDM_DATA_DIR to the folder that holds it");
        return folder.toString();
    }
}
