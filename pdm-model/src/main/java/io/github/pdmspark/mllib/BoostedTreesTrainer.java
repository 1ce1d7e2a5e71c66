package io.github.pdmspark.mllib;

import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** Gradient-boosted trees, one model per component against the rest; MLlib boosts two classes only. */
public final class BoostedTreesTrainer implements Trainer {

    private final int rounds;
    private final int depth;
    private final double stepSize;
    private final double subsamplingRate;
    private final long seed;

    private BoostedTreesTrainer(Builder settings) {
        rounds = settings.rounds;
        depth = settings.depth;
        stepSize = settings.stepSize;
        subsamplingRate = settings.subsamplingRate;
        seed = settings.seed;
    }

    /** Starts with the default settings. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String algorithm() {
        return "boosted-trees";
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("rounds", String.valueOf(rounds));
        settings.put("depth", String.valueOf(depth));
        settings.put("stepSize", String.valueOf(stepSize));
        settings.put("subsamplingRate", String.valueOf(subsamplingRate));
        settings.put("seed", String.valueOf(seed));
        return settings;
    }

    @Override
    public void requireSession(SparkSession spark) {
        DedicatedCompute.require(spark);
    }

    @Override
    public Model train(TrainingSet data) {
        requireSession(data.rows().sparkSession());
        return MllibTrainer.oneVsRest(Classifiers.boostedTrees(this))
                .named(this)
                .train(data);
    }

    int rounds() {
        return rounds;
    }

    int depth() {
        return depth;
    }

    double stepSize() {
        return stepSize;
    }

    double subsamplingRate() {
        return subsamplingRate;
    }

    long seed() {
        return seed;
    }

    /** Settings of a {@link BoostedTreesTrainer}. */
    public static final class Builder {

        private int rounds = 50;
        private int depth = 5;
        private double stepSize = 0.1;
        private double subsamplingRate = 1.0;
        private long seed = 42;

        private Builder() {}

        /** Number of trees per component; 50 unless said. */
        public Builder rounds(int rounds) {
            Settings.requireAtLeast(1, rounds, "rounds");
            this.rounds = rounds;
            return this;
        }

        /** Most splits between the root and a leaf, 0 to 30; 5 unless said. */
        public Builder depth(int depth) {
            Settings.requireBetween(0, 30, depth, "depth");
            this.depth = depth;
            return this;
        }

        /** How much each tree corrects, above 0 and up to 1; 0.1 unless said. */
        public Builder stepSize(double stepSize) {
            Settings.requireShare(stepSize, "stepSize");
            this.stepSize = stepSize;
            return this;
        }

        /** Share of the rows that each tree sees, above 0 and up to 1; 1 unless said. */
        public Builder subsamplingRate(double subsamplingRate) {
            Settings.requireShare(subsamplingRate, "subsamplingRate");
            this.subsamplingRate = subsamplingRate;
            return this;
        }

        /** Decides every random choice; 42 unless said. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** The trainer. */
        public BoostedTreesTrainer build() {
            return new BoostedTreesTrainer(this);
        }
    }
}
