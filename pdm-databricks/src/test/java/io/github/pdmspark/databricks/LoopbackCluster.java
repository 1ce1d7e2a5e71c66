package io.github.pdmspark.databricks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A master and two workers on this machine, started by {@code scripts/cluster/run}. They run beside a command that reads from
 * this JVM, so they end with this object, and also when this JVM is killed.
 */
final class LoopbackCluster implements AutoCloseable {

    private final Process process;
    private final String master;

    private LoopbackCluster(Process process, String master) {
        this.process = process;
        this.master = master;
    }

    static LoopbackCluster of(SparkHome home) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        SparkHome.script("cluster/run"),
                        home.folder().toString(),
                        "sh",
                        "-c",
                        "echo $SPARK_MASTER; cat > /dev/null"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String master =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (master == null) {
            throw new AssertionError("The cluster of Spark " + home.version() + " did not start.");
        }
        return new LoopbackCluster(process, master);
    }

    String master() {
        return master;
    }

    /** The processes of the cluster that are alive. */
    long processes() {
        return process.descendants().filter(ProcessHandle::isAlive).count();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("The cluster did not stop by itself.", e);
        }
    }
}
