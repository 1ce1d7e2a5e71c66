package io.github.pdmspark.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.schema.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Checks a document against the published JSON schema and fills in its defaults. Knows the part of JSON Schema that the
 * published one uses; of a {@code oneOf} it takes the branch with the same {@code kind}, else the one of the same type.
 */
final class SpecSchema {

    private static final String FILE = "job.schema.json";
    private static final int LONGEST_SHOWN = 80;
    private static final Map<String, Consumer<String>> FORMATS =
            Map.of("duration", SpecText::duration, "instant", SpecText::instant, "zone", SpecText::zone);

    private final JsonNode root;
    private final SpecProblems problems;

    SpecSchema(SpecProblems problems) {
        this.root = published();
        this.problems = problems;
    }

    static JsonNode published() {
        try (InputStream in = Objects.requireNonNull(SpecSchema.class.getResourceAsStream(FILE), FILE)) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of specifications cannot be read.", e);
        }
    }

    void check(ObjectNode document) {
        check(document, root, "");
    }

    private void check(JsonNode value, JsonNode declared, String path) {
        JsonNode schema = resolved(declared);
        if (schema.has("oneOf")) {
            oneOf(value, schema.get("oneOf"), path);
        } else if (hasType(value, schema, path)) {
            if (value instanceof ObjectNode object) {
                object(object, schema, path);
            } else if (value instanceof ArrayNode array) {
                array(array, schema, path);
            } else {
                scalar(value, schema, path);
            }
        }
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private void oneOf(JsonNode value, JsonNode branches, String path) {
        List<String> names = new ArrayList<>();
        for (JsonNode branch : branches) {
            JsonNode constant = branch.path("properties").path("kind").path("const");
            if (!constant.isMissingNode()) {
                names.add(constant.asText());
                if (constant.asText().equals(value.path("kind").asText())) {
                    check(value, branch, path);
                    return;
                }
            }
        }
        if (!names.isEmpty()) {
            kind(value, names, path);
            return;
        }
        for (JsonNode branch : branches) {
            boolean fits = isOfType(value, branch.get("type").asText());
            boolean named = !branch.has("required")
                    || value.has(branch.get("required").get(0).asText());
            if (fits && named) {
                check(value, branch, path);
                return;
            }
        }
        invalid(
                path,
                shown(value) + " is not one of the forms that are allowed here.",
                "write "
                        + StreamSupport.stream(branches.spliterator(), false)
                                .map(SpecSchema::form)
                                .collect(Collectors.joining(" or "))
                        + ".");
    }

    private static String form(JsonNode branch) {
        JsonNode required = branch.path("required");
        return required.isEmpty()
                ? "a value of type " + branch.path("type").asText()
                : "{" + required.get(0).asText() + ": ...}";
    }

    private void kind(JsonNode value, List<String> names, String path) {
        if (!value.has("kind")) {
            problems.add(
                    ErrorCondition.PDM_SPEC_MISSING_KEY,
                    path,
                    "'kind' is missing.",
                    "write kind: and one of " + String.join(", ", names) + ".");
            return;
        }
        String kind = value.get("kind").asText();
        invalid(
                SpecProblems.child(path, "kind"),
                "'" + kind + "' does not exist." + Suggestion.sentence(kind, names),
                "write one of " + String.join(", ", names) + ".");
    }

    private void object(ObjectNode value, JsonNode schema, String path) {
        JsonNode properties = schema.path("properties");
        List<String> known = new ArrayList<>();
        properties.fieldNames().forEachRemaining(known::add);
        List<String> keys = new ArrayList<>();
        value.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            JsonNode declared = properties.has(key) ? properties.get(key) : schema.path("additionalProperties");
            if (value.get(key).isNull()) {
                value.remove(key); // a key without a value is a key that is not there
            } else if (declared.isObject()) {
                check(value.get(key), declared, SpecProblems.child(path, key));
            } else {
                problems.addUnknownKey(path, key, known);
            }
        }
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asText())) {
                problems.add(
                        ErrorCondition.PDM_SPEC_MISSING_KEY,
                        path,
                        "'" + name.asText() + "' is missing.",
                        "add it: "
                                + resolved(properties.path(name.asText()))
                                        .path("description")
                                        .asText("see the schema."));
            }
        }
        known.stream()
                .filter(key -> !value.has(key) && properties.get(key).has("default"))
                .forEach(key -> value.set(key, properties.get(key).get("default")));
    }

    private void array(ArrayNode value, JsonNode schema, String path) {
        if (value.size() < schema.path("minItems").asInt(0)) {
            invalid(path, "the list is empty.", "name at least one, or leave the key out.");
        }
        for (int i = 0; i < value.size(); i++) {
            check(value.get(i), schema.get("items"), SpecProblems.child(path, String.valueOf(i)));
        }
    }

    private void scalar(JsonNode value, JsonNode schema, String path) {
        String text = value.asText();
        if (schema.has("enum")) {
            List<String> allowed = new ArrayList<>();
            schema.get("enum").forEach(each -> allowed.add(each.asText()));
            if (!allowed.contains(text)) {
                invalid(
                        path,
                        shown(value) + " does not exist." + Suggestion.sentence(text, allowed),
                        "write one of " + String.join(", ", allowed) + ".");
            }
        }
        if (schema.has("pattern") && !text.matches(schema.get("pattern").asText())) {
            invalid(
                    path,
                    shown(value) + " does not look right.",
                    schema.path("description").asText());
        }
        if (schema.has("format")) {
            format(text, schema.get("format").asText(), path);
        }
        if (value.isNumber()) {
            limits(value.doubleValue(), schema, path);
        }
    }

    private void format(String text, String format, String path) {
        try {
            Objects.requireNonNull(FORMATS.get(format)).accept(text);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int end = message.indexOf(". ");
            invalid(path, message.substring(0, end + 1), message.substring(end + 2));
        }
    }

    private void limits(double value, JsonNode schema, String path) {
        boolean low = value < schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
                || value <= schema.path("exclusiveMinimum").asDouble(Double.NEGATIVE_INFINITY);
        boolean high = value > schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
        if (low) {
            String limit = schema.has("minimum")
                    ? "at least " + schema.get("minimum").asText()
                    : "more than " + schema.get("exclusiveMinimum").asText();
            invalid(path, value + " is too small.", "write " + limit + ".");
        }
        if (high) {
            invalid(
                    path,
                    value + " is too large.",
                    "write at most " + schema.get("maximum").asText() + ".");
        }
    }

    private boolean hasType(JsonNode value, JsonNode schema, String path) {
        String type = schema.path("type").asText("");
        if (schema.has("const") || isOfType(value, type)) {
            return true;
        }
        invalid(path, shown(value) + " is no " + words(type) + ".", fix(type, schema));
        return false;
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isNumber() && value.canConvertToExactIntegral();
            case "number" -> value.isNumber();
            default -> value.isValueNode();
        };
    }

    private static String words(String type) {
        return switch (type) {
            case "object" -> "mapping of keys to values";
            case "array" -> "list";
            case "boolean" -> "truth value";
            case "integer" -> "whole number";
            case "number" -> "number";
            default -> "text";
        };
    }

    private static String fix(String type, JsonNode schema) {
        String example =
                switch (type) {
                    case "array" -> "write [a, b]. ";
                    case "boolean" -> "write true or false. ";
                    default -> "";
                };
        return example + schema.path("description").asText("see the schema: pdm schema.");
    }

    private void invalid(String path, String message, String fix) {
        problems.add(ErrorCondition.PDM_SPEC_VALUE, path, message, fix);
    }

    private static String shown(JsonNode value) {
        String text = value.isTextual() ? "'" + value.asText() + "'" : value.toString();
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    }
}
