package io.github.pdmspark.mllib;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;

/** The files of a saved MLlib model, read as files. */
final class ModelFolder {

    private static final int TEXT_LIMIT = 4 * 1024 * 1024;

    private final Configuration configuration;
    private final Path root;

    ModelFolder(SparkSession spark, String folder) {
        configuration = spark.sparkContext().hadoopConfiguration();
        root = new Path(folder);
    }

    Configuration configuration() {
        return configuration;
    }

    Path path(String file) {
        return new Path(root, file);
    }

    /** Paths of all files below the folder, relative to it; without the checksums and success marks of Hadoop. */
    List<String> files() throws IOException {
        FileSystem files = root.getFileSystem(configuration);
        String base = files.makeQualified(root).toUri().getPath() + "/";
        List<String> found = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true);
        while (all.hasNext()) {
            Path file = all.next().getPath();
            if (!file.getName().equals("_SUCCESS") && !file.getName().endsWith(".crc")) {
                found.add(file.toUri().getPath().substring(base.length()));
            }
        }
        return found.stream().sorted().toList();
    }

    String read(String file) throws IOException {
        try (InputStream in = root.getFileSystem(configuration).open(path(file))) {
            byte[] bytes = in.readNBytes(TEXT_LIMIT + 1);
            if (bytes.length > TEXT_LIMIT) {
                throw new IOException("'" + file + "' is longer than " + TEXT_LIMIT + " bytes.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    void write(String file, String text) throws IOException {
        try (OutputStream out = root.getFileSystem(configuration).create(path(file), false)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The metadata of one classifier, which has exactly one metadata file. */
    StageMetadata metadata(String part) throws IOException {
        String prefix = part + "/metadata/";
        List<String> found =
                files().stream().filter(file -> file.startsWith(prefix)).toList();
        if (found.size() != 1) {
            throw new IOException("'" + prefix + "' must hold one file, but holds " + found.size() + ".");
        }
        return StageMetadata.parse(read(found.get(0)));
    }
}
