package io.github.pdmspark.mllib;

import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** A forest of decision trees for all classes at once; scores are mean leaf shares, not calibrated probabilities. */
public final class RandomForestTrainer implements Trainer {

    private final int trees;
    private final int depth;
    private final int minInstancesPerNode;
    private final double subsamplingRate;
    private final String featureSubset;
    private final long seed;

    private RandomForestTrainer(Builder settings) {
        trees = settings.trees;
        depth = settings.depth;
        minInstancesPerNode = settings.minInstancesPerNode;
        subsamplingRate = settings.subsamplingRate;
        featureSubset = settings.featureSubset;
        seed = settings.seed;
    }

    /** Starts with the default settings. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String algorithm() {
        return "random-forest";
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("trees", String.valueOf(trees));
        settings.put("depth", String.valueOf(depth));
        settings.put("minInstancesPerNode", String.valueOf(minInstancesPerNode));
        settings.put("subsamplingRate", String.valueOf(subsamplingRate));
        settings.put("featureSubset", featureSubset);
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
        return MllibTrainer.of(Classifiers.randomForest(this)).named(this).train(data);
    }

    int trees() {
        return trees;
    }

    int depth() {
        return depth;
    }

    int minInstancesPerNode() {
        return minInstancesPerNode;
    }

    double subsamplingRate() {
        return subsamplingRate;
    }

    String featureSubset() {
        return featureSubset;
    }

    long seed() {
        return seed;
    }

    /** Settings of a {@link RandomForestTrainer}. */
    public static final class Builder {

        private int trees = 100;
        private int depth = 10;
        private int minInstancesPerNode = 1;
        private double subsamplingRate = 1.0;
        private String featureSubset = "auto";
        private long seed = 42;

        private Builder() {}

        /** Number of trees; 100 unless said. */
        public Builder trees(int trees) {
            Settings.requireAtLeast(1, trees, "trees");
            this.trees = trees;
            return this;
        }

        /** Most splits between the root and a leaf, 0 to 30; 10 unless said. */
        public Builder depth(int depth) {
            Settings.requireBetween(0, 30, depth, "depth");
            this.depth = depth;
            return this;
        }

        /** Fewest training rows in a leaf; 1 unless said. */
        public Builder minInstancesPerNode(int minInstancesPerNode) {
            Settings.requireAtLeast(1, minInstancesPerNode, "minInstancesPerNode");
            this.minInstancesPerNode = minInstancesPerNode;
            return this;
        }

        /** Share of the rows that each tree sees, above 0 and up to 1; 1 unless said. */
        public Builder subsamplingRate(double subsamplingRate) {
            Settings.requireShare(subsamplingRate, "subsamplingRate");
            this.subsamplingRate = subsamplingRate;
            return this;
        }

        /** Features tried per split, in the words of MLlib: auto, all, sqrt, log2, onethird, a share or a number. */
        public Builder featureSubset(String featureSubset) {
            this.featureSubset = featureSubset;
            return this;
        }

        /** Decides every random choice; 42 unless said. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** The trainer. */
        public RandomForestTrainer build() {
            return new RandomForestTrainer(this);
        }
    }
}
