package io.github.pdmspark.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.pdmspark.mllib.BoostedTreesTrainer;
import io.github.pdmspark.mllib.DecisionTreeTrainer;
import io.github.pdmspark.mllib.LogisticRegressionTrainer;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.Trainer;

/** The algorithm and its settings, which are those of the trainer of the same name. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TrainerSpec.RandomForest.class, name = "random_forest"),
    @JsonSubTypes.Type(value = TrainerSpec.DecisionTree.class, name = "decision_tree"),
    @JsonSubTypes.Type(value = TrainerSpec.BoostedTrees.class, name = "boosted_trees"),
    @JsonSubTypes.Type(value = TrainerSpec.LogisticRegression.class, name = "logistic_regression"),
})
public sealed interface TrainerSpec {

    /** The trainer. */
    Trainer trainer();

    /** MLlib's random forest. */
    record RandomForest(
            int trees, int depth, int minInstancesPerNode, double subsamplingRate, String featureSubset, long seed)
            implements TrainerSpec {
        @Override
        public Trainer trainer() {
            return RandomForestTrainer.builder()
                    .trees(trees)
                    .depth(depth)
                    .minInstancesPerNode(minInstancesPerNode)
                    .subsamplingRate(subsamplingRate)
                    .featureSubset(featureSubset)
                    .seed(seed)
                    .build();
        }
    }

    /** MLlib's decision tree. */
    record DecisionTree(int depth, int minInstancesPerNode, long seed) implements TrainerSpec {
        @Override
        public Trainer trainer() {
            return DecisionTreeTrainer.builder()
                    .depth(depth)
                    .minInstancesPerNode(minInstancesPerNode)
                    .seed(seed)
                    .build();
        }
    }

    /** MLlib's boosted trees, one against the rest. */
    record BoostedTrees(int rounds, int depth, double stepSize, double subsamplingRate, long seed)
            implements TrainerSpec {
        @Override
        public Trainer trainer() {
            return BoostedTreesTrainer.builder()
                    .rounds(rounds)
                    .depth(depth)
                    .stepSize(stepSize)
                    .subsamplingRate(subsamplingRate)
                    .seed(seed)
                    .build();
        }
    }

    /** MLlib's logistic regression. */
    record LogisticRegression(double regularisation, int iterations) implements TrainerSpec {
        @Override
        public Trainer trainer() {
            return LogisticRegressionTrainer.builder()
                    .regularisation(regularisation)
                    .iterations(iterations)
                    .build();
        }
    }
}
