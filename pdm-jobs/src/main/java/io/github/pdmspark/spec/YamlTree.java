package io.github.pdmspark.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pdmspark.error.ErrorCondition;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * YAML, and JSON as a part of it, as a tree with the line of every value. Only what JSON calls a number is a number and only
 * true and false are truth values: {@code no}, {@code 012}, {@code 1:30} and dates are text.
 */
final class YamlTree {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A few lines of aliases can stand for more values than a memory holds; no specification has a hundredth of these. */
    private static final int MOST_VALUES = 100_000;

    private final SpecProblems problems;
    private int values;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlTree(SpecProblems problems) {
        this.problems = problems;
    }

    /** The root of a document; what is wrong with it is in {@code problems}. */
    static ObjectNode read(String text, SpecProblems problems) {
        Node root = compose(text, problems);
        JsonNode tree = root == null ? NODES.objectNode() : new YamlTree(problems).tree(root, "");
        if (tree instanceof ObjectNode object) {
            return object;
        }
        problems.add(
                ErrorCondition.PDM_SPEC_SYNTAX,
                "",
                "the document is no mapping of keys to values.",
                "begin it with 'sources:'.");
        return NODES.objectNode();
    }

    /** A value as it may stand on the right of a key. */
    static JsonNode value(String text, String path, SpecProblems problems) {
        Node root = compose(text, problems);
        return root == null ? NODES.nullNode() : new YamlTree(problems).tree(root, path);
    }

    private static @Nullable Node compose(String text, SpecProblems problems) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        } catch (YAMLException e) {
            int line = e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                    ? marked.getProblemMark().getLine() + 1
                    : 1;
            problems.placed("", line);
            String reason = e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage();
            problems.add(
                    ErrorCondition.PDM_SPEC_SYNTAX,
                    "",
                    "this is neither YAML nor JSON: " + reason + ".",
                    "check indentation, colons and quotes around this line.");
            return null;
        }
    }

    private JsonNode tree(Node node, String path) {
        if (++values > MOST_VALUES) {
            if (values == MOST_VALUES + 1) {
                problems.add(
                        ErrorCondition.PDM_SPEC_SYNTAX,
                        "",
                        "its aliases stand for more than " + MOST_VALUES + " values.",
                        "write the values out.");
            }
            return NODES.nullNode();
        }
        problems.placed(path, node.getStartMark().getLine() + 1);
        if (!open.add(node)) {
            problems.add(ErrorCondition.PDM_SPEC_SYNTAX, path, "an alias holds itself.", "write the value out.");
            return NODES.nullNode();
        }
        try {
            if (node instanceof MappingNode mapping) {
                return mapping(mapping, path);
            }
            return node instanceof SequenceNode sequence ? sequence(sequence, path) : scalar((ScalarNode) node, path);
        } finally {
            open.remove(node);
        }
    }

    private JsonNode mapping(MappingNode node, String path) {
        ObjectNode object = NODES.objectNode();
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                problems.placed(path, entry.getKeyNode().getStartMark().getLine() + 1);
                problems.add(
                        ErrorCondition.PDM_SPEC_SYNTAX,
                        path,
                        "a key is no text; '{{...}}' is a parameter that nobody filled in.",
                        "fill it in where the job is defined, or write the key as text.");
                continue;
            }
            String child = SpecProblems.child(path, name.getValue());
            JsonNode value = tree(entry.getValueNode(), child);
            problems.placed(child, name.getStartMark().getLine() + 1);
            if (object.has(name.getValue())) {
                problems.add(ErrorCondition.PDM_SPEC_SYNTAX, child, "the key stands here twice.", "keep one of them.");
            }
            object.set(name.getValue(), value);
        }
        return object;
    }

    private JsonNode sequence(SequenceNode node, String path) {
        ArrayNode array = NODES.arrayNode();
        for (Node item : node.getValue()) {
            array.add(tree(item, SpecProblems.child(path, String.valueOf(array.size()))));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode node, String path) {
        String text = node.getValue();
        if (text.contains("{{")) {
            problems.add(
                    ErrorCondition.PDM_SPEC_VALUE,
                    path,
                    "'" + text + "' is a parameter that nobody filled in.",
                    "fill it in where the job is defined.");
        }
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return NODES.textNode(text);
        }
        if (text.isEmpty() || text.equals("null") || text.equals("~")) {
            return NODES.nullNode();
        }
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(Boolean.parseBoolean(text));
        }
        return NUMBER.matcher(text).matches() ? NODES.numberNode(new BigDecimal(text)) : NODES.textNode(text);
    }
}
