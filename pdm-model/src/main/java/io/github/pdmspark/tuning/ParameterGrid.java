package io.github.pdmspark.tuning;

import io.github.pdmspark.training.Training;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * All combinations of parameter values: {@code ParameterGrid.of("trees", 20, 50).and("depth", 5, 10)}. Immutable.
 */
public final class ParameterGrid {

    private static final int MOST_CANDIDATES = 10_000;

    private final Map<String, List<Object>> values;

    private ParameterGrid(Map<String, List<Object>> values) {
        this.values = values;
    }

    /** A grid of one parameter; values are numbers or texts, at least one. */
    public static ParameterGrid of(String name, Object... values) {
        return new ParameterGrid(Map.of()).and(name, values);
    }

    /** The same with one more parameter. */
    public ParameterGrid and(String name, Object... more) {
        if (more.length == 0 || values.containsKey(name)) {
            throw new IllegalArgumentException("Parameter '" + name + "' needs one list of values, but "
                    + (more.length == 0 ? "it is empty." : "there are two."));
        }
        Map<String, List<Object>> all = new LinkedHashMap<>(values);
        all.put(name, List.of(more));
        return new ParameterGrid(all);
    }

    /** The number of combinations. */
    public long size() {
        return values.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    }

    /** Every combination; the last parameter changes fastest. */
    public List<Candidate> all(Function<Choice, Training> training) {
        if (size() > MOST_CANDIDATES) {
            throw new IllegalArgumentException("The grid has " + size() + " combinations, more than " + MOST_CANDIDATES
                    + ". Draw some of them with sample(count, seed, ...).");
        }
        return LongStream.range(0, size()).mapToObj(i -> candidate(i, training)).toList();
    }

    /** Random search: {@code count} different combinations, all if there are no more. The seed alone decides which. */
    public List<Candidate> sample(int count, long seed, Function<Choice, Training> training) {
        if (count >= size()) {
            return all(training);
        }
        Random random = new Random(seed);
        Set<Long> drawn = new LinkedHashSet<>();
        while (drawn.size() < count) {
            drawn.add(random.nextLong(size()));
        }
        return drawn.stream().map(i -> candidate(i, training)).toList();
    }

    private Candidate candidate(long number, Function<Choice, Training> training) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        long period = size();
        for (Map.Entry<String, List<Object>> entry : values.entrySet()) {
            List<Object> each = entry.getValue();
            period /= each.size();
            chosen.put(entry.getKey(), each.get((int) (number / period % each.size())));
        }
        Choice choice = new Choice(chosen);
        return new Candidate(choice.toString(), training.apply(choice));
    }
}
