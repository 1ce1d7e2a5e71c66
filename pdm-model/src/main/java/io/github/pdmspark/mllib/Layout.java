package io.github.pdmspark.mllib;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;

/**
 * What lies in a saved model folder: the file {@code model.json} with this record, and a folder per classifier.
 *
 * @param kind how the classifiers work together; a regressor is alone
 * @param algorithm short name of the algorithm
 * @param slots classes that the classifiers know
 */
record Layout(
        @JsonProperty(required = true) Kind kind,
        @JsonProperty(required = true) String algorithm,
        @JsonProperty(required = true) List<Integer> slots) {

    static final String FILE = "model.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    enum Kind {
        ONE_CLASSIFIER,
        ONE_VS_REST,
        REGRESSOR
    }

    Layout {
        slots = List.copyOf(slots);
        if (slots.isEmpty() || new HashSet<>(slots).size() != slots.size()) {
            throw new IllegalArgumentException("A saved model needs distinct classes, not " + slots + ".");
        }
    }

    List<String> folders() {
        return switch (kind) {
            case ONE_CLASSIFIER -> List.of("classifier");
            case REGRESSOR -> List.of("regressor");
            case ONE_VS_REST -> slots.stream().map(slot -> "classifier-" + slot).toList();
        };
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A layout is plain names and numbers and must have a text form.", e);
        }
    }

    static Layout fromJson(String json) {
        try {
            return JSON.readValue(json, Layout.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a model layout: " + e.getOriginalMessage(), e);
        }
    }
}
