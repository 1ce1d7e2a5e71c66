package io.github.pdmspark.explanation;

import io.github.pdmspark.portable.FlatBoostedTrees;
import io.github.pdmspark.portable.FlatClassifier;
import io.github.pdmspark.portable.FlatForest;
import io.github.pdmspark.portable.FlatLogistic;
import io.github.pdmspark.portable.FlatModel;
import io.github.pdmspark.portable.FlatModel.Combination;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Splits what a model says of a component over the inputs of the model, before down-sampling is undone and before calibration.
 * Immutable and thread-safe.
 */
public final class Contributions implements Serializable {

    private static final long serialVersionUID = 1L;

    private final FlatModel model;
    private final List<PartContributions> parts;

    private Contributions(FlatModel model, List<PartContributions> parts) {
        this.model = model;
        this.parts = parts;
    }

    /**
     * Contributions to a model.
     *
     * @param means the mean of each input over the training rows: where a logistic model has contributions of 0
     */
    public static Contributions of(FlatModel model, double[] means, ContributionMethod method) {
        double[] own = Arrays.copyOf(means, means.length);
        return new Contributions(
                model, model.parts().stream().map(part -> of(part, own, method)).toList());
    }

    private static PartContributions of(FlatClassifier part, double[] means, ContributionMethod method) {
        if (part instanceof FlatForest forest) {
            double[] scales = new double[forest.trees().count()];
            Arrays.fill(scales, 1.0 / scales.length);
            return new TreesContributions(forest.trees(), scales, means.length, method);
        } else if (part instanceof FlatBoostedTrees boosted) {
            double[] scales = new double[boosted.trees().count()];
            Arrays.setAll(scales, boosted::weight);
            return new TreesContributions(boosted.trees(), scales, means.length, method);
        } else if (part instanceof FlatLogistic logistic) {
            return new LogisticContributions(logistic, means);
        }
        throw new IllegalStateException("No contributions are defined for " + part + ".");
    }

    /** Whether the model knows the component; one without a training row has nothing to explain. */
    public boolean knows(int component) {
        return model.slots().contains(component + 1);
    }

    /**
     * The explanation of one row.
     *
     * @param inputs the inputs of the model, finite
     * @param component number of the component, from 0
     * @throws IllegalArgumentException if the model does not know the component
     */
    public Explanation explain(double[] inputs, int component) {
        int place = model.slots().indexOf(component + 1);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "The model never saw a failure of component " + component + ": there is nothing to explain.");
        }
        return model.combination() == Combination.ONE_VS_REST
                ? parts.get(place).explain(inputs, parts.get(place).values() - 1)
                : parts.get(0).explain(inputs, place);
    }
}
