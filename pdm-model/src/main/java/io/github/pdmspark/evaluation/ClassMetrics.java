package io.github.pdmspark.evaluation;

/**
 * How well one class is predicted.
 *
 * @param name the class
 * @param support rows that have this class
 * @param predicted rows that were given this class
 * @param precision undefined when the class was never predicted
 * @param recall undefined without support
 * @param f1 {@code 2 TP / (support + predicted)}: 0 when the class was never predicted, undefined without support
 */
public record ClassMetrics(String name, long support, long predicted, Metric precision, Metric recall, Metric f1) {

    static ClassMetrics of(String name, long hits, long support, long predicted) {
        String noSupport = "no row has class '" + name + "'";
        Metric f1 = support == 0 ? Metric.undefined(noSupport) : Metric.of(2.0 * hits / (support + predicted));
        return new ClassMetrics(
                name,
                support,
                predicted,
                Metric.ratio((double) hits, (double) predicted, "class '" + name + "' was never predicted"),
                Metric.ratio((double) hits, (double) support, noSupport),
                f1);
    }
}
