package io.github.pdmspark.explanation;

import io.github.pdmspark.portable.FlatLogistic;
import java.util.stream.IntStream;

/** Contributions to a linear margin: coefficient times distance from the mean. */
final class LogisticContributions implements PartContributions {

    private static final long serialVersionUID = 1L;

    private final FlatLogistic model;
    private final double[] means;

    LogisticContributions(FlatLogistic model, double[] means) {
        this.model = model;
        this.means = means;
    }

    @Override
    public int values() {
        return model.classes();
    }

    @Override
    public Explanation explain(double[] row, int value) {
        return new Explanation(
                model.margin(value, means),
                model.margin(value, row),
                IntStream.range(0, means.length)
                        .mapToObj(i -> model.coefficient(value, i) * (row[i] - means[i]))
                        .toList());
    }
}
