package io.github.pdmspark.mllib;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The metadata that MLlib writes beside a model; MLlib would load the class that it names.
 *
 * @param className field {@code class}
 * @param json all of it
 */
record StageMetadata(String className, JsonNode json) {

    /** Two readers of a field that comes twice may take different ones of the two. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private static final Pattern PLAIN_UID = Pattern.compile("[A-Za-z0-9_-]+");

    /**
     * Reads the text of a metadata file.
     *
     * @throws IllegalArgumentException if it is not one JSON object with a class
     */
    static StageMetadata parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (json == null || !json.path("class").isTextual()) {
                throw new IllegalArgumentException("it is not the metadata of an MLlib model");
            }
            return new StageMetadata(json.path("class").asText(), json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Identities that MLlib could put into a path and that hold more than letters, digits, {@code _} and {@code -}. */
    List<String> oddIdentities() {
        List<JsonNode> identities = new ArrayList<>(json.findValues("uid"));
        for (JsonNode list : json.findValues("stageUids")) {
            list.forEach(identities::add);
        }
        return identities.stream()
                .map(JsonNode::asText)
                .filter(identity -> !PLAIN_UID.matcher(identity).matches())
                .toList();
    }
}
