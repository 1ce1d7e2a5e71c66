package io.github.pdmspark.benchmark.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pdmspark.benchmark.cost.Comparison;
import io.github.pdmspark.benchmark.cost.Cost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** All that a run measured, as JSON: {@code about} and {@code tables}. */
public final class Results {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root = JSON.createObjectNode();

    /** Empty results with what a reader must know about the run. */
    public Results(Map<String, String> about) {
        ObjectNode facts = root.putObject("about");
        about.forEach(facts::put);
        root.putArray("tables");
    }

    /**
     * Adds a table; ratios are against the first of {@code names}, per unit.
     *
     * @param units how much each one did
     */
    public JsonNode add(String title, List<String> names, Comparison comparison, Map<String, Double> units) {
        ObjectNode table = ((ArrayNode) root.get("tables")).addObject();
        table.put("title", title);
        table.put("baseline", names.get(0));
        ArrayNode rows = table.putArray("rows");
        double base = units.getOrDefault(names.get(0), 1.0);
        for (String name : names) {
            double size = units.getOrDefault(name, 1.0) / base;
            ObjectNode row = rows.addObject();
            row.put("name", name);
            row.put("cpu_seconds", comparison.cpu(name));
            row.put("wall_seconds", comparison.wall(name));
            row.put("cpu_ratio", comparison.cpuRatio(name, names.get(0)) / size);
            row.put("wall_ratio", comparison.wallRatio(name, names.get(0)) / size);
            ArrayNode rounds = row.putArray("rounds");
            for (Cost cost : comparison.costs().getOrDefault(name, List.of())) {
                rounds.addObject().put("cpu", cost.cpuSeconds()).put("wall", cost.wallSeconds());
            }
        }
        return table;
    }

    /** The JSON tree. */
    public JsonNode json() {
        return root;
    }

    /** Writes the JSON, replacing the file. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
