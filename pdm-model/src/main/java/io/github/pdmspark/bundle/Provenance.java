package io.github.pdmspark.bundle;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What made a model: enough to tell two models apart and to train one again.
 *
 * @param createdAt when training ended
 * @param trainedOn the rows
 * @param preparation what was done to them
 * @param algorithm short name of the algorithm
 * @param parameters its settings, the seed among them
 * @param featureFingerprint SHA-256 of the feature specification
 * @param versions the software
 * @param notes what a reader should know, such as features without any value
 */
public record Provenance(
        Instant createdAt,
        TrainedOn trainedOn,
        Preparation preparation,
        String algorithm,
        Map<String, String> parameters,
        String featureFingerprint,
        Versions versions,
        List<String> notes) {

    private static final String PARENT = "Trained again after the recipe of model ";

    public Provenance {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        notes = List.copyOf(notes);
    }

    /** The note that names the model whose training was done again. */
    public static String parentNote(String parentModelId) {
        return PARENT + parentModelId;
    }

    /** The model whose training was done again on other data, if there was one. */
    public Optional<String> parent() {
        return notes.stream()
                .filter(note -> note.startsWith(PARENT))
                .map(note -> note.substring(PARENT.length()))
                .findFirst();
    }
}
