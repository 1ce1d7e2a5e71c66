package io.github.pdmspark.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The row metrics once more, slowly, from their definitions in plain Java. */
final class RowOracle {

    record Scored(int actual, List<Double> scores) {
        int predicted() {
            return IntStream.range(0, scores.size())
                    .boxed()
                    .max(Comparator.comparingDouble((Integer i) -> scores.get(i))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
        }
    }

    record Point(double score, boolean hit) {}

    private RowOracle() {}

    /** Curve 0 is any failure, curve i is class i. */
    static List<Point> curve(List<Scored> rows, int curve) {
        return rows.stream()
                .map(row -> curve == 0
                        ? new Point(1 - row.scores().get(0), row.actual() > 0)
                        : new Point(row.scores().get(curve), row.actual() == curve))
                .toList();
    }

    /** Walks down the distinct thresholds and asks every row each time. */
    static double averagePrecision(List<Point> points) {
        long positives = points.stream().filter(Point::hit).count();
        double sum = 0;
        double lastRecall = 0;
        for (double threshold : points.stream()
                .map(Point::score)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList()) {
            long hits = points.stream()
                    .filter(p -> p.hit() && p.score() >= threshold)
                    .count();
            long flagged = points.stream().filter(p -> p.score() >= threshold).count();
            double recall = (double) hits / positives;
            sum += (recall - lastRecall) * hits / flagged;
            lastRecall = recall;
        }
        return sum;
    }

    static double brier(List<Point> points) {
        return points.stream()
                .mapToDouble(p -> Math.pow(p.score() - (p.hit() ? 1 : 0), 2))
                .average()
                .orElseThrow();
    }

    static double calibrationError(List<Point> points) {
        double sum = 0;
        for (int bin = 0; bin < 10; bin++) {
            int number = bin;
            List<Point> inside = points.stream()
                    .filter(p -> Math.min((int) (p.score() * 10), 9) == number)
                    .toList();
            double promised = inside.stream().mapToDouble(Point::score).sum();
            long came = inside.stream().filter(Point::hit).count();
            sum += Math.abs(promised - came);
        }
        return sum / points.size();
    }

    static long count(List<Scored> rows, int actual, int predicted) {
        return rows.stream()
                .filter(row -> row.actual() == actual && row.predicted() == predicted)
                .count();
    }
}
