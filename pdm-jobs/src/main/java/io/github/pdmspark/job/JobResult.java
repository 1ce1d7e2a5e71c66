package io.github.pdmspark.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out of a job.
 *
 * @param command the job
 * @param outcome whether somebody should look
 * @param values what it found, in a fixed order: text, numbers, truth values, lists and maps of them
 * @param steps what it did; a step that ran inside another stands before it
 * @param seconds how long all of it took
 */
public record JobResult(
        String command, Outcome outcome, Map<String, Object> values, List<StepReport> steps, double seconds) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Whether somebody should look. */
    public enum Outcome {
        /** All is well. */
        OK,
        /** The job did its work and found something. */
        FINDINGS
    }

    public JobResult {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        steps = List.copyOf(steps);
    }

    /** One line of JSON. */
    public String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("command", command);
        all.put("outcome", outcome.name());
        all.putAll(values);
        all.put("seconds", seconds);
        try {
            return MAPPER.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result has no text form: " + values, e);
        }
    }

    /** JSON as a value of a result. */
    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report is no JSON: " + json, e);
        }
    }

    static double secondsSince(long nanoTime) {
        return Math.round((System.nanoTime() - nanoTime) / 1e6) / 1e3;
    }
}
