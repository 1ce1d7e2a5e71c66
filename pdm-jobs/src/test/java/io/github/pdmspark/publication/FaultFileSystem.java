package io.github.pdmspark.publication;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local disk under {@code fault:}, whose n-th change fails: before it takes place, after it, or with the whole JVM. */
public final class FaultFileSystem extends RawLocalFileSystem {

    /** What happens at the n-th change. */
    enum Fault {
        /** It does not take place, and fails. */
        BEFORE,
        /** It takes place, and fails all the same: the answer is lost. */
        AFTER,
        /** The JVM ends at once. */
        HALT
    }

    static final int HALTED = 77;

    private static final AtomicInteger CHANGES = new AtomicInteger();
    private static volatile int failing = Integer.MAX_VALUE;
    private static volatile Fault fault = Fault.BEFORE;

    /** Counts from 1 again; the n-th change fails. */
    static void failAt(int n, Fault how) {
        fault = how;
        failing = n;
        CHANGES.set(0);
    }

    static int changes() {
        return CHANGES.get();
    }

    @Override
    public URI getUri() {
        return URI.create("fault:///");
    }

    @Override
    public String getScheme() {
        return "fault";
    }

    @Override
    public FSDataOutputStream create(
            Path file,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        return created(
                file, () -> super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress));
    }

    /** The way of {@code create(file, overwrite)}, which does not lead through the one above. */
    @Override
    public FSDataOutputStream create(
            Path file, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        return created(file, () -> super.create(file, overwrite, bufferSize, replication, blockSize, progress));
    }

    private static FSDataOutputStream created(Path file, Change<FSDataOutputStream> creation) throws IOException {
        return new FSDataOutputStream(new FailingClose(changed("create " + file, creation), file), null);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        return changed("rename " + from, () -> super.rename(from, to));
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        return changed("delete " + path, () -> super.delete(path, recursive));
    }

    @Override
    public boolean mkdirs(Path path) throws IOException {
        return changed("mkdirs " + path, () -> super.mkdirs(path));
    }

    private static <T> T changed(String what, Change<T> change) throws IOException {
        boolean now = CHANGES.incrementAndGet() == failing;
        if (now && fault == Fault.HALT) {
            Runtime.getRuntime().halt(HALTED);
        }
        if (now && fault == Fault.BEFORE) {
            throw new IOException("planted fault before " + what);
        }
        T result = change.run();
        if (now) {
            throw new IOException("planted fault after " + what);
        }
        return result;
    }

    private interface Change<T> {
        T run() throws IOException;
    }

    private static final class FailingClose extends FilterOutputStream {

        private final Path file;
        private boolean closed;

        FailingClose(OutputStream out, Path file) {
            super(out);
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                changed("close " + file, () -> {
                    out.close();
                    return true;
                });
            }
        }
    }
}
