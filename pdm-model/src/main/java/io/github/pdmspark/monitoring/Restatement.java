package io.github.pdmspark.monitoring;

import io.github.pdmspark.evaluation.EventCounts;
import io.github.pdmspark.evaluation.RowMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same predictions judged twice.
 *
 * @param before the earlier verdict
 * @param after the later one, on predictions up to the same watermark
 */
public record Restatement(MaturedReport before, MaturedReport after) {

    /** The counts that changed; empty when the earlier verdict stands. */
    public List<Change> changes() {
        Map<String, Long> old = counts(before);
        return counts(after).entrySet().stream()
                .map(entry -> new Change(entry.getKey(), old.getOrDefault(entry.getKey(), 0L), entry.getValue()))
                .filter(change -> change.before() != change.after())
                .toList();
    }

    private static Map<String, Long> counts(MaturedReport report) {
        EventCounts events = report.evaluation().events().counts();
        RowMetrics rows = report.evaluation().rows();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("predictions", report.mature());
        counts.put("failures", events.failures());
        counts.put("failures detected", events.detected());
        counts.put("failures early", events.early());
        counts.put("failures late", events.late());
        counts.put("failures missed", events.missed());
        counts.put("failures not seen", events.notSeen());
        counts.put("true alarms", events.trueEpisodes());
        counts.put("late alarms", events.lateEpisodes());
        counts.put("false alarms", events.falseEpisodes());
        counts.put("undetermined alarms", events.undeterminedEpisodes());
        counts.put("rows judged", rows.rows());
        counts.put("rows without label", rows.unlabelled());
        counts.put("rows before a failure", rows.anyFailure().prevalence().hits());
        return counts;
    }

    /**
     * A count that is another one now.
     *
     * @param name what is counted
     */
    public record Change(String name, long before, long after) {}
}
