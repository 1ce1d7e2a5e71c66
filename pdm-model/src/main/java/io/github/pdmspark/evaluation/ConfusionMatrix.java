package io.github.pdmspark.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many rows of each class were given each class.
 *
 * @param classes names of the classes, {@code none} first
 * @param counts {@code counts.get(actual).get(predicted)}
 */
public record ConfusionMatrix(List<String> classes, List<List<Long>> counts) {

    public ConfusionMatrix {
        classes = List.copyOf(classes);
        counts = counts.stream().map(List::copyOf).toList();
        int size = classes.size();
        if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
            throw new IllegalArgumentException(
                    "A confusion matrix of " + size + " classes needs as many rows and columns.");
        }
    }

    static ConfusionMatrix of(List<String> classes, long[][] counts) {
        return new ConfusionMatrix(
                classes,
                IntStream.range(0, counts.length)
                        .mapToObj(i -> LongStream.of(counts[i]).boxed().toList())
                        .toList());
    }

    /** All rows. */
    public long total() {
        return IntStream.range(0, classes.size()).mapToLong(this::support).sum();
    }

    /** Precision, recall and F1 by class, in the order of the classes. */
    public List<ClassMetrics> byClass() {
        return IntStream.range(0, classes.size())
                .mapToObj(i -> ClassMetrics.of(classes.get(i), counts.get(i).get(i), support(i), predicted(i)))
                .toList();
    }

    /** Share of rows that were given their own class. */
    public Share accuracy() {
        long hits = IntStream.range(0, classes.size())
                .mapToLong(i -> counts.get(i).get(i))
                .sum();
        return new Share(hits, total());
    }

    /** The accuracy of always naming the most frequent class: what {@link #accuracy()} must beat. */
    public Share majorityBaseline() {
        long majority = IntStream.range(0, classes.size())
                .mapToLong(this::support)
                .max()
                .orElse(0);
        return new Share(majority, total());
    }

    /** Mean F1 of all classes that have rows, {@code none} included. */
    public Metric macroF1() {
        return meanF1(byClass());
    }

    /** Mean F1 of the components that have rows: the same without the class {@code none}. */
    public Metric componentMacroF1() {
        return meanF1(byClass().subList(1, classes.size()));
    }

    private static Metric meanF1(List<ClassMetrics> metrics) {
        double[] defined = metrics.stream()
                .flatMapToDouble(metric -> metric.f1().value().stream())
                .toArray();
        return Metric.ratio(java.util.Arrays.stream(defined).sum(), defined.length, "no row has one of these classes");
    }

    private long support(int actual) {
        return counts.get(actual).stream().mapToLong(Long::longValue).sum();
    }

    private long predicted(int column) {
        return counts.stream().mapToLong(row -> row.get(column)).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(line("actual \\ predicted", classes));
        for (int i = 0; i < classes.size(); i++) {
            text.append(line(classes.get(i), counts.get(i)));
        }
        return text.toString();
    }

    private static String line(String head, List<?> cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-18s", head));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, " %10s", cell)));
        return line.append('\n').toString();
    }
}
