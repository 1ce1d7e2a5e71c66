package io.github.pdmspark.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * One text file, such as a report, that is replaced as a whole: it is written beside its place and renamed, so that a run that
 * fails leaves the old file. One step on a disk and on HDFS; an object store shows a file when it is complete anyway.
 */
public final class WholeFile {

    private static final long DAY = 24L * 60 * 60 * 1000;

    private final FileSystem files;
    private final Path target;

    private WholeFile(FileSystem files, Path target) {
        this.files = files;
        this.target = target;
    }

    /** Writes a text, in the place of an older one if there is any. */
    public static void write(SparkSession spark, String path, String text) throws IOException {
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        FileSystem given = new Path(path).getFileSystem(configuration);
        FileSystem files = given instanceof LocalFileSystem local ? local.getRawFileSystem() : given;
        WholeFile file = new WholeFile(files, given.makeQualified(new Path(path)));
        if (StoreFolder.isPossible(spark, path)) {
            file.replace(text, configuration);
        } else {
            file.write(file.target, text);
        }
    }

    private void replace(String text, Configuration configuration) throws IOException {
        Path staged = new Path(target.getParent(), prefix() + UUID.randomUUID());
        try {
            write(staged, text);
            forgetChecksum();
            rename(staged, configuration);
        } catch (IOException | RuntimeException e) {
            discard(staged, e);
            throw e;
        }
        deleteOldStaged();
    }

    private void write(Path file, String text) throws IOException {
        try (OutputStream out = files.create(file, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A disk renames over the old file in one step; there, the general way would delete it first. */
    private void rename(Path staged, Configuration configuration) throws IOException {
        if (files instanceof RawLocalFileSystem) {
            if (isFolder(target) || !files.rename(staged, target)) {
                throw new IOException("'" + target + "' cannot be replaced; is it a folder?");
            }
        } else {
            FileContext.getFileContext(target.toUri(), configuration).rename(staged, target, Rename.OVERWRITE);
        }
    }

    private boolean isFolder(Path path) throws IOException {
        return files.exists(path) && files.getFileStatus(path).isDirectory();
    }

    /** One that Hadoop wrote beside an older file would speak against the new one. */
    private void forgetChecksum() throws IOException {
        Path checksum = new Path(target.getParent(), "." + target.getName() + ".crc");
        if (files instanceof RawLocalFileSystem && files.exists(checksum)) {
            files.delete(checksum, false);
        }
    }

    private String prefix() {
        return "." + target.getName() + ".tmp-";
    }

    /** The text is there by now, so a failure here is none. */
    private void deleteOldStaged() {
        try {
            for (FileStatus status : files.listStatus(target.getParent())) {
                boolean old = status.getModificationTime() < System.currentTimeMillis() - DAY;
                if (old && status.getPath().getName().startsWith(prefix())) {
                    files.delete(status.getPath(), false);
                }
            }
        } catch (IOException e) {
            System.getLogger(WholeFile.class.getName())
                    .log(System.Logger.Level.WARNING, () -> "Left-overs beside '" + target.getName() + "' stay: " + e);
        }
    }

    private void discard(Path staged, Exception reason) {
        try {
            files.delete(staged, false);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
