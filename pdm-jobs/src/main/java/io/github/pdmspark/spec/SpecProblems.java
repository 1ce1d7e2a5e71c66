package io.github.pdmspark.spec;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SpecException;
import io.github.pdmspark.schema.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where every value of a document stands, and what is wrong with it. */
final class SpecProblems {

    private final String document;
    private final Map<String, String> places = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    SpecProblems(String document) {
        this.document = document;
    }

    void placed(String path, int line) {
        places.put(path, document + " line " + line);
    }

    void placed(String path, String place) {
        places.put(path, place);
    }

    void add(ErrorCondition condition, String path, String message, String fix) {
        add(condition, place(path), path, message, fix);
    }

    /** Said of what holds the key: {@code password: this} would look like a secret, which is masked in errors. */
    void addUnknownKey(String path, String key, List<String> known) {
        add(
                ErrorCondition.PDM_SPEC_UNKNOWN_KEY,
                place(child(path, key)),
                path,
                "there is no key '" + key + "'." + Suggestion.sentence(key, known),
                "the keys here are " + String.join(", ", known) + ".");
    }

    private void add(ErrorCondition condition, String place, String path, String message, String fix) {
        problems.add(new Problem(condition, place + (path.isEmpty() ? "" : ": " + path) + ": " + message, fix));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new SpecException(problems);
        }
    }

    /** A value without a place of its own stands where what holds it stands. */
    private String place(String path) {
        String holder = path;
        while (!places.containsKey(holder) && !holder.isEmpty()) {
            holder = holder.substring(0, Math.max(0, holder.lastIndexOf('.')));
        }
        return places.getOrDefault(holder, document);
    }

    static String child(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
