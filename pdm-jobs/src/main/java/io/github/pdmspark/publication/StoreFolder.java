package io.github.pdmspark.publication;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** A folder on a file system that can put a file in place only if none is there; all paths are relative to it. */
final class StoreFolder {

    private static final int TEXT_LIMIT = 64 * 1024 * 1024;
    /** Their rename copies and overwrites: two publishers could both believe that they were first. */
    private static final Set<String> WITHOUT_ATOMIC_RENAME =
            Set.of("s3", "s3a", "s3n", "gs", "wasb", "wasbs", "oss", "cos", "dbfs");

    private final FileSystem files;
    private final Path root;

    private StoreFolder(FileSystem files, Path root) {
        this.files = files;
        this.root = root;
    }

    static StoreFolder at(SparkSession spark, String path) throws IOException {
        Path given = new Path(path);
        FileSystem files = given.getFileSystem(spark.sparkContext().hadoopConfiguration());
        if (!isPossible(files)) {
            throw new IllegalArgumentException(
                    "'" + files.getUri().getScheme() + "' is an object store without an atomic rename, so files"
                            + " cannot be published there safely. Write to a Delta table there, or publish in a folder on HDFS, ABFS or a disk.");
        }
        return new StoreFolder(files, files.makeQualified(given));
    }

    static boolean isPossible(SparkSession spark, String path) throws IOException {
        return isPossible(new Path(path).getFileSystem(spark.sparkContext().hadoopConfiguration()));
    }

    private static boolean isPossible(FileSystem files) {
        return !WITHOUT_ATOMIC_RENAME.contains(files.getUri().getScheme());
    }

    /** The full path of a child, for Spark. */
    String full(String child) {
        return new Path(root, child).toString();
    }

    /** The path for messages: without user and password. */
    String shown() {
        return root.toString().replaceAll("//[^/@]*@", "//***@");
    }

    /** Names of the children of a folder, sorted; none if it does not exist. */
    List<String> names(String folder) throws IOException {
        return statuses(folder).stream()
                .map(status -> status.getPath().getName())
                .filter(name -> !name.endsWith(".crc"))
                .sorted()
                .toList();
    }

    /** Names of the children that were last changed before this time, in milliseconds since the epoch. */
    List<String> namesBefore(String folder, long millis) throws IOException {
        return statuses(folder).stream()
                .filter(status -> status.getModificationTime() < millis)
                .map(status -> status.getPath().getName())
                .toList();
    }

    boolean exists(String child) throws IOException {
        return files.exists(new Path(root, child));
    }

    /** Bytes of the data files directly in a folder, one number a file. */
    List<Long> dataFileSizes(String folder) throws IOException {
        return statuses(folder).stream()
                .filter(status -> status.getPath().getName().startsWith("part-"))
                .map(FileStatus::getLen)
                .toList();
    }

    String read(String file) throws IOException {
        try (InputStream in = files.open(new Path(root, file))) {
            byte[] bytes = in.readNBytes(TEXT_LIMIT + 1);
            if (bytes.length > TEXT_LIMIT) {
                throw new IOException("'" + file + "' is longer than " + TEXT_LIMIT + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    void write(String file, String text) throws IOException {
        try (OutputStream out = files.create(new Path(root, file), false)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Gives {@code staged} the name {@code target} unless that is taken, in one step; false if it is taken. */
    boolean putIfAbsent(String staged, String target) throws IOException {
        Path from = new Path(root, staged);
        Path to = new Path(root, target);
        files.mkdirs(to.getParent());
        if (!files.getUri().getScheme().equals("file")) {
            return !files.exists(to) && files.rename(from, to);
        }
        try {
            Files.createLink(local(to), local(from));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            files.delete(from, false);
        }
    }

    void delete(String child) throws IOException {
        files.delete(new Path(root, child), true);
    }

    private List<FileStatus> statuses(String folder) throws IOException {
        try {
            return Stream.of(files.listStatus(new Path(root, folder))).toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }
}
