package io.github.pdmspark.examples.harddrives;

import io.github.pdmspark.mllib.BoostedTreesTrainer;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.Trainer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Settings that are tried on the training days.
 *
 * @param horizon a row is positive when its drive fails within it
 * @param trainer the algorithm and its settings
 */
record Candidate(Duration horizon, Trainer trainer) {

    private static final List<Duration> HORIZONS = List.of(Duration.ofDays(1), Duration.ofDays(3));

    static List<Candidate> all(long seed) {
        List<Trainer> trainers = List.of(
                RandomForestTrainer.builder()
                        .trees(100)
                        .depth(8)
                        .minInstancesPerNode(5)
                        .seed(seed)
                        .build(),
                BoostedTreesTrainer.builder().rounds(30).depth(3).seed(seed).build());
        return HORIZONS.stream()
                .flatMap(horizon -> trainers.stream().map(trainer -> new Candidate(horizon, trainer)))
                .toList();
    }

    static List<Duration> horizons(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::horizon).distinct().toList();
    }

    String name() {
        return trainer.algorithm() + ", fails within " + horizon.toDays() + " d";
    }

    /** How many of the failed drives each budget finds, on days that it was not trained on. */
    record Trial(Candidate candidate, DriveRanks ranks) {

        /** The one that finds most; of equals the one whose failing drives have the better mean place. */
        static Trial best(Stream<Trial> trials, double budget) {
            return trials.max(Comparator.comparingLong((Trial trial) ->
                                    trial.ranks().within(budget).hits())
                            .thenComparingDouble(trial -> -trial.ranks().meanShare()))
                    .orElseThrow();
        }
    }
}
