package io.github.pdmspark.tuning;

import io.github.pdmspark.evaluation.Metric;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What one candidate reached in all folds.
 *
 * @param candidate the candidate
 * @param folds one result per fold
 * @param mean over the folds in which any candidate has a value; undefined if this one has none in one of them
 * @param spread sample standard deviation over the same folds; undefined with fewer than two
 */
public record CandidateResult(Candidate candidate, List<FoldResult> folds, Metric mean, Metric spread) {

    public CandidateResult {
        folds = List.copyOf(folds);
    }

    /** {@code judging} says which folds have a value for any candidate. */
    static CandidateResult of(Candidate candidate, List<FoldResult> folds, List<Boolean> judging) {
        List<Metric> values = IntStream.range(0, folds.size())
                .filter(judging::get)
                .mapToObj(i -> folds.get(i).value())
                .toList();
        if (values.isEmpty()) {
            String why = folds.get(0).value().reason().orElse("no fold judges");
            return new CandidateResult(candidate, folds, Metric.undefined(why), Metric.undefined(why));
        }
        return values.stream()
                .filter(value -> value.value().isEmpty())
                .findFirst()
                .map(none -> new CandidateResult(candidate, folds, none, none))
                .orElseGet(() -> defined(candidate, folds, values));
    }

    private static CandidateResult defined(Candidate candidate, List<FoldResult> folds, List<Metric> values) {
        double[] numbers = values.stream()
                .mapToDouble(value -> value.value().orElseThrow())
                .toArray();
        double mean = DoubleStream.of(numbers).average().orElseThrow();
        double squares = DoubleStream.of(numbers)
                .map(number -> (number - mean) * (number - mean))
                .sum();
        Metric spread = numbers.length < 2
                ? Metric.undefined("one fold has no spread")
                : Metric.of(Math.sqrt(squares / (numbers.length - 1)));
        return new CandidateResult(candidate, folds, Metric.of(mean), spread);
    }
}
