package io.github.pdmspark.connect;

import io.github.pdmspark.testing.OtherJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A Spark Connect server in a JVM of its own, which knows Spark and nothing of this library. */
final class ConnectServer implements AutoCloseable {
    private static final String PROGRAM = "org.apache.spark.sql.connect.service.SparkConnectServer";
    private final Process process;
    private final int port;

    private ConnectServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ConnectServer start(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        List<String> options = new ArrayList<>(OtherJvm.opens());
        options.addAll(List.of(
                "-Xmx1g",
                "-Dspark.master=local[2]",
                "-Dspark.connect.grpc.binding.port=" + port,
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.ui.enabled=false",
                "-Dspark.sql.shuffle.partitions=3",
                "-Dspark.sql.session.timeZone=UTC"));
        Path log = folder.resolve("server.log");
        Process process = new OtherJvm(classPath(), options).start(PROGRAM, log);
        ConnectServer server = new ConnectServer(process, port);
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!server.isUp()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                server.close();
                throw new AssertionError("The server did not start:\n" + Files.readString(log));
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        return server;
    }

    String url() {
        return "sc://127.0.0.1:" + port;
    }

    /** What the build resolved for the server. */
    static String classPath() throws IOException {
        return Files.readString(Path.of(System.getProperty("pdm.connect.server")))
                .strip();
    }

    private boolean isUp() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The place that a class was loaded from, as a jar. */
    static Path jarOf(Class<?> type, Path folder) throws Exception {
        Path place =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Files.isDirectory(place) ? packed(place, folder.resolve(type.getSimpleName() + ".jar")) : place;
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile).forEach(file -> add(entries, classes, file));
        }
        return jar;
    }

    private static void add(JarOutputStream entries, Path root, Path file) {
        try {
            entries.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, entries);
            entries.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
