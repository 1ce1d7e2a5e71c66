package io.github.pdmspark.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Arguments {@code name=value} of {@link Benchmarks}, with defaults.
 *
 * @param runs {@code compare}, or names of scenarios; {@code all} means every one
 * @param machines size of the fleet
 * @param days length of its history
 * @param rounds measured rounds, after warm-up
 * @param warmup rounds that do not count
 * @param engines names of engines
 * @param works names of works
 * @param out folder of data and results
 * @param page where the Markdown page goes; empty: nowhere
 */
record Settings(
        List<String> runs,
        int machines,
        int days,
        int rounds,
        int warmup,
        List<String> engines,
        List<String> works,
        Path out,
        String page) {

    private static final Map<String, String> DEFAULTS = defaults();

    static Settings of(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
        List<String> unknown = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0 || values.replace(argument.substring(0, equals), argument.substring(equals + 1)) == null) {
                unknown.add(argument);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "Unknown argument " + unknown + ". Write name=value with a name of " + values.keySet() + ".");
        }
        return new Settings(
                list(values, "run"),
                number(values, "machines"),
                number(values, "days"),
                number(values, "rounds"),
                number(values, "warmup"),
                list(values, "engines"),
                list(values, "works"),
                Path.of(text(values, "out")),
                text(values, "page"));
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("run", "compare");
        defaults.put("machines", "1000");
        defaults.put("days", "365");
        defaults.put("rounds", "7");
        defaults.put("warmup", "3");
        defaults.put("engines", "duckdb,duckdb-frames,spark-tiles,plain-java,pdm-spark");
        defaults.put("works", "telemetry,whole");
        defaults.put("out", "pdm-benchmarks/target/benchmark");
        defaults.put("page", "");
        return defaults;
    }

    private static String text(Map<String, String> values, String name) {
        return values.getOrDefault(name, "");
    }

    private static List<String> list(Map<String, String> values, String name) {
        return List.of(text(values, name).split(","));
    }

    private static int number(Map<String, String> values, String name) {
        try {
            return Integer.parseInt(text(values, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + "=" + text(values, name) + " is not a whole number.", e);
        }
    }
}
