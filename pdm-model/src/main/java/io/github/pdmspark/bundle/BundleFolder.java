package io.github.pdmspark.bundle;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** A folder on any file system that Spark's Hadoop configuration knows, as relative paths. */
final class BundleFolder {

    private static final int TEXT_LIMIT = 16 * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final FileSystem files;
    private final Path root;

    private BundleFolder(FileSystem files, Path root) {
        this.files = files;
        this.root = root;
    }

    static BundleFolder at(SparkSession spark, String path) throws IOException {
        Path given = new Path(path);
        FileSystem files = given.getFileSystem(spark.sparkContext().hadoopConfiguration());
        return new BundleFolder(files, files.makeQualified(given));
    }

    /** A folder beside this one, with the suffix after its name. */
    BundleFolder beside(String suffix) {
        return new BundleFolder(files, root.suffix(suffix));
    }

    /** The full path of a file or folder inside, for Spark. */
    String full(String child) {
        return new Path(root, child).toString();
    }

    /** The path for messages: without user and password. */
    String shown() {
        return root.toString().replaceAll("//[^/@]*@", "//***@");
    }

    boolean exists() throws IOException {
        return files.exists(root);
    }

    boolean has(String file) throws IOException {
        return files.exists(new Path(root, file));
    }

    /** Whether it does not exist, or is a folder without anything in it. */
    boolean isFree() throws IOException {
        try {
            FileStatus status = files.getFileStatus(root);
            return status.isDirectory() && files.listStatus(root).length == 0;
        } catch (FileNotFoundException e) {
            return true;
        }
    }

    /** All files below, without the checksums and success marks that Hadoop adds and readers skip. */
    List<FoundFile> list() throws IOException {
        List<FoundFile> found = new ArrayList<>();
        collect(root, "", found);
        return found.stream()
                .sorted((first, second) -> first.path().compareTo(second.path()))
                .toList();
    }

    private void collect(Path folder, String prefix, List<FoundFile> found) throws IOException {
        for (FileStatus status : files.listStatus(folder)) {
            String name = status.getPath().getName();
            boolean link = status.isSymlink() || isLocalLink(status.getPath());
            if (status.isDirectory() && !link) {
                collect(status.getPath(), prefix + name + "/", found);
            } else if (link || !isMark(name)) {
                found.add(new FoundFile(prefix + name, status.getLen(), link));
            }
        }
    }

    private static boolean isMark(String name) {
        return name.equals("_SUCCESS") || (name.startsWith(".") && name.endsWith(".crc"));
    }

    /** Hadoop's local file system follows symbolic links without saying so. */
    private static boolean isLocalLink(Path path) {
        return "file".equals(path.toUri().getScheme())
                && Files.isSymbolicLink(java.nio.file.Path.of(path.toUri().getPath()));
    }

    String sha256(String file) throws IOException {
        Hasher hasher = Hashing.sha256().newHasher();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = files.open(new Path(root, file))) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                hasher.putBytes(buffer, 0, length);
            }
        }
        return hasher.hash().toString();
    }

    String read(String file) throws IOException {
        try (InputStream in = files.open(new Path(root, file))) {
            byte[] bytes = in.readNBytes(TEXT_LIMIT + 1);
            if (bytes.length > TEXT_LIMIT) {
                throw new IOException("it is longer than " + TEXT_LIMIT + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    void write(String file, String text) throws IOException {
        try (OutputStream out = files.create(new Path(root, file), false)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Gives this folder the place of {@code target}, which must be free. */
    void moveTo(BundleFolder target) throws IOException {
        if (files.exists(target.root)) {
            files.delete(target.root, false);
        }
        if (!files.rename(root, target.root) || files.exists(movedInto(target))) {
            throw new IOException(
                    "'" + target.shown() + "' could not be put in place; another program may have written it.");
        }
    }

    /** Where the manifest lies when a rename put this folder into a target that was not free; a bundle may be called "model". */
    private Path movedInto(BundleFolder target) {
        return new Path(new Path(target.root, root.getName()), Manifest.FILE);
    }

    void delete() throws IOException {
        files.delete(root, true);
    }

    /**
     * A file of the folder.
     *
     * @param path relative to the folder
     * @param size length in bytes
     * @param link whether it is a symbolic link
     */
    record FoundFile(String path, long size, boolean link) {}
}
