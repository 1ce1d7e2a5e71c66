package io.github.pdmspark.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import io.github.pdmspark.error.ErrorCondition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A specification with its defaults filled in: as text for people and as records for jobs. */
public final class SpecDocument {

    private static final int LARGEST_INDEX = 10_000;

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
        problems.throwIfAny();
        return new SpecDocument(tree, SpecBinding.bind(tree, problems));
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
