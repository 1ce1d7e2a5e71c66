package io.github.pdmspark.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.table.Suspensions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A specification with its defaults filled in: as text for people and as records for jobs. */
public final class SpecDocument {

    private static final int LARGEST_INDEX = 10_000;
    private static final Pattern PASSWORD = Pattern.compile("://[^/?#]*:[^/?#]*@");

    private final ObjectNode tree;
    private final JobSpec spec;

    private SpecDocument(ObjectNode tree, JobSpec spec) {
        this.tree = tree;
        this.spec = spec;
    }

    /**
     * Reads YAML or JSON.
     *
     * @param name what to call the document in messages, such as the name of its file
     * @param text the document
     * @param settings values that replace or add to those of the document, by path, such as {@code split.test_from}
     * @throws io.github.pdmspark.error.SpecException with everything that is wrong
     */
    public static SpecDocument read(String name, String text, Map<String, String> settings) {
        SpecProblems problems = new SpecProblems(name);
        ObjectNode tree = YamlTree.read(text, problems);
        settings.forEach((path, value) -> set(tree, path, value, problems));
        problems.throwIfAny();
        new SpecSchema(problems).check(tree);
        requireNoPassword(tree, "", problems);
        problems.throwIfAny();
        return new SpecDocument(tree, SpecBinding.bind(tree, problems));
    }

    /**
     * The same with the tables that a check of it wrote in the place of its sources: our column names, Parquet, telemetry by
     * day.
     */
    public SpecDocument landedIn(String folder) {
        ObjectNode landed = tree.deepCopy();
        ((ObjectNode) landed.get("sources")).properties().forEach(table -> land(table, folder));
        SpecProblems problems = new SpecProblems(folder);
        new SpecSchema(problems).check(landed);
        requireNoPassword(landed, "", problems);
        problems.throwIfAny();
        return new SpecDocument(landed, SpecBinding.bind(landed, problems));
    }

    private static void land(Map.Entry<String, JsonNode> table, String folder) {
        ObjectNode fields = (ObjectNode) table.getValue();
        fields.putObject("from").put("kind", "parquet").put("path", folder + "/" + table.getKey());
        fields.put("machine_id", Columns.MACHINE_ID);
        fields.remove(List.of("zone", "delay", "sentinels"));
        switch (table.getKey()) {
            case "telemetry" -> {
                ArrayNode sensors = fields.arrayNode();
                JsonNode declared = fields.get("sensors");
                if (declared.isObject()) {
                    declared.fieldNames().forEachRemaining(sensors::add);
                } else {
                    sensors.addAll((ArrayNode) declared);
                }
                fields.set("sensors", sensors);
                fields.put("day", "day");
            }
            case "errors" -> fields.put("code", Columns.CODE);
            case "maintenance", "failures" -> fields.put("component", Columns.COMPONENT);
            case Suspensions.NAME -> {
                fields.put("time", Columns.EVENT_TIME).put("until", Columns.UNTIL);
                return;
            }
            default -> {
                Stream.of(Columns.VALID_FROM, Columns.VALID_TO, Columns.INSTALLED_AT)
                        .filter(fields::has)
                        .forEach(name -> fields.put(name, name));
                return;
            }
        }
        fields.put("time", Columns.EVENT_TIME).put("known_at", Columns.KNOWN_AT);
    }

    /** The typed form. */
    public JobSpec spec() {
        return spec;
    }

    /** The whole specification with its defaults, as indented JSON; secrets are references. */
    public String resolved() {
        return tree.toPrettyString();
    }

    /** SHA-256 of the sections that decide what rows come out, where they come from and go to aside. */
    public String fingerprint(String... sections) {
        StringBuilder text = new StringBuilder();
        for (String section : sections) {
            text.append(section).append('=').append(tree.path(section)).append('\n');
        }
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    /** Spark writes paths to its logs and into its plans, so none may hold a password. */
    private static void requireNoPassword(JsonNode node, String path, SpecProblems problems) {
        if (node.isTextual() && PASSWORD.matcher(node.asText()).find()) {
            problems.add(
                    ErrorCondition.PDM_SPEC_VALUE,
                    path,
                    "the address holds a user and a password, and Spark writes addresses to its logs.",
                    "leave them out; give them to the file system, such as spark.hadoop.fs.s3a.access.key, or to a"
                            + " database as user: {env: NAME} and password: {env: NAME}.");
        }
        String prefix = path.isEmpty() ? "" : path + ".";
        node.properties().forEach(field -> requireNoPassword(field.getValue(), prefix + field.getKey(), problems));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            requireNoPassword(node.get(i), prefix + i, problems);
        }
    }

    private static void set(ObjectNode tree, String path, String text, SpecProblems problems) {
        SpecProblems ofValue = new SpecProblems("--set " + path);
        JsonNode value = YamlTree.value(text, "", ofValue);
        ofValue.throwIfAny();
        problems.placed(path, "--set " + path);
        List<String> keys = Splitter.on('.').splitToList(path);
        JsonNode holder = tree;
        for (int i = 0; i < keys.size() - 1; i++) {
            holder = child(holder, keys.get(i));
        }
        String last = keys.get(keys.size() - 1);
        if (holder instanceof ObjectNode object) {
            object.set(last, value);
        } else if (holder instanceof ArrayNode array && index(last) < array.size()) {
            array.set(index(last), value);
        } else {
            problems.add(
                    ErrorCondition.PDM_SPEC_UNKNOWN_KEY,
                    path,
                    "there is nothing to set here.",
                    "name a key, or the number of an item that the list has; the first is 0.");
        }
    }

    private static JsonNode child(JsonNode holder, String key) {
        if (holder instanceof ObjectNode object) {
            JsonNode found = object.path(key);
            return found.isContainerNode() ? found : object.putObject(key);
        }
        return holder.path(index(key));
    }

    private static int index(String key) {
        return key.matches("\\d{1,4}") ? Integer.parseInt(key) : LARGEST_INDEX;
    }
}
