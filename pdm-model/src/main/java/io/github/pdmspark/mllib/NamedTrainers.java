package io.github.pdmspark.mllib;

import io.github.pdmspark.model.Trainer;
import java.util.Map;
import java.util.Optional;

/** The named trainers from what they say about themselves: the way back from a provenance to a trainer. */
public final class NamedTrainers {

    private NamedTrainers() {}

    /** The trainer with this algorithm and exactly these parameters; empty for any other, such as one of your own. */
    public static Optional<Trainer> of(String algorithm, Map<String, String> parameters) {
        return trainer(algorithm, new Values(parameters))
                .filter(trainer -> trainer.algorithm().equals(algorithm))
                .filter(trainer -> trainer.parameters().equals(parameters));
    }

    private static Optional<Trainer> trainer(String algorithm, Values values) {
        try {
            return switch (algorithm) {
                case "random-forest" ->
                    Optional.of(RandomForestTrainer.builder()
                            .trees(values.whole("trees"))
                            .depth(values.whole("depth"))
                            .minInstancesPerNode(values.whole("minInstancesPerNode"))
                            .subsamplingRate(values.number("subsamplingRate"))
                            .featureSubset(values.text("featureSubset"))
                            .seed(values.seed())
                            .build());
                case "decision-tree" ->
                    Optional.of(DecisionTreeTrainer.builder()
                            .depth(values.whole("depth"))
                            .minInstancesPerNode(values.whole("minInstancesPerNode"))
                            .seed(values.seed())
                            .build());
                case "boosted-trees" ->
                    Optional.of(BoostedTreesTrainer.builder()
                            .rounds(values.whole("rounds"))
                            .depth(values.whole("depth"))
                            .stepSize(values.number("stepSize"))
                            .subsamplingRate(values.number("subsamplingRate"))
                            .seed(values.seed())
                            .build());
                case "logistic-regression" ->
                    Optional.of(LogisticRegressionTrainer.builder()
                            .regularisation(values.number("regularisation"))
                            .iterations(values.whole("iterations"))
                            .build());
                default -> Optional.empty();
            };
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The values of parameters; one that is missing is no number. */
    private record Values(Map<String, String> parameters) {

        String text(String name) {
            return parameters.getOrDefault(name, "");
        }

        int whole(String name) {
            return Integer.parseInt(text(name));
        }

        double number(String name) {
            return Double.parseDouble(text(name));
        }

        long seed() {
            return Long.parseLong(text("seed"));
        }
    }
}
