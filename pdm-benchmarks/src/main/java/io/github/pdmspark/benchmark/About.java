package io.github.pdmspark.benchmark;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** What a reader must know to judge numbers: machine, versions, settings. */
final class About {

    private About() {}

    static Map<String, String> run(SparkSession spark, Settings settings) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("command", command(settings));
        about.put(
                "machine",
                Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch"));
        about.put(
                "load average at the start",
                String.valueOf(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        about.put("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        about.put("largest heap", Runtime.getRuntime().maxMemory() / (1 << 20) + " MB");
        about.put("Spark", spark.version() + ", " + spark.conf().get("spark.master"));
        about.put("DuckDB", duckDb() + ", 2 threads, in the same JVM");
        about.put("rounds", settings.rounds() + " after " + settings.warmup() + " for warm-up");
        return about;
    }

    private static String command(Settings settings) {
        return "`./mvnw -q -Pbenchmark verify -Dpdm.run=" + String.join(",", settings.runs()) + " -Dpdm.machines="
                + settings.machines() + " -Dpdm.days=" + settings.days() + " -Dpdm.rounds=" + settings.rounds()
                + " -Dpdm.warmup="
                + settings.warmup() + " -Dpdm.engines=" + String.join(",", settings.engines()) + "`";
    }

    private static String duckDb() {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start.", e);
        }
    }
}
