package io.github.pdmspark.examples.simulator;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a simulated fleet to a folder.
 *
 * <p>Arguments {@code name=value}, all with defaults: {@code machines=100 start=2015-01-01 days=365 seed=42 format=csv
 * out=target/fleet}; {@code format} is {@code csv} or {@code parquet}. The same names with {@code -Dpdm.} in front work as
 * system properties.
 */
public final class SimulateFleet {

    private static final Map<String, String> DEFAULTS = Map.of(
            "machines", "100",
            "start", "2015-01-01",
            "days", "365",
            "seed", "42",
            "format", "csv",
            "out", "target/fleet");

    private SimulateFleet() {}

    /** Runs the simulator; a Spark session is started for Parquet only. */
    public static void main(String[] args) {
        run(List.of(args), System.out);
    }

    static void run(List<String> arguments, PrintStream out) {
        Map<String, String> options = options(arguments);
        FleetSimulator fleet = FleetSimulator.builder()
                .machines(Math.toIntExact(number(options, "machines")))
                .start(value(options, "start"))
                .days(Math.toIntExact(number(options, "days")))
                .seed(number(options, "seed"))
                .build();
        String folder = value(options, "out");
        switch (value(options, "format")) {
            case "csv" -> fleet.writeCsv(Path.of(folder));
            case "parquet" -> fleet.writeParquet(session(), folder);
            default ->
                throw new IllegalArgumentException(
                        "format=" + value(options, "format") + " is unknown. Write format=csv or format=parquet.");
        }
        out.println(
                "Wrote " + value(options, "machines") + " machines x " + value(options, "days") + " days to " + folder);
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new TreeMap<>(DEFAULTS);
        options.replaceAll((name, value) -> System.getProperty("pdm." + name, value));
        List<String> unknown = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (equals < 0 || options.replace(name, argument.substring(equals + 1)) == null) {
                unknown.add(argument);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "Unknown argument " + unknown + ". Write name=value with a name of " + options.keySet() + ".");
        }
        return options;
    }

    private static String value(Map<String, String> options, String name) {
        return options.getOrDefault(name, "");
    }

    private static long number(Map<String, String> options, String name) {
        try {
            return Long.parseLong(value(options, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + "=" + value(options, name) + " is not a whole number.", e);
        }
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .appName("simulate fleet")
                .master("local[*]")
                .config("spark.ui.enabled", false)
                .getOrCreate();
    }
}
