package io.github.pdmspark.mllib;

import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** One decision tree for all classes: easy to read, rarely the best. */
public final class DecisionTreeTrainer implements Trainer {

    private final int depth;
    private final int minInstancesPerNode;
    private final long seed;

    private DecisionTreeTrainer(Builder settings) {
        depth = settings.depth;
        minInstancesPerNode = settings.minInstancesPerNode;
        seed = settings.seed;
    }

    /** Starts with the default settings. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String algorithm() {
        return "decision-tree";
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("depth", String.valueOf(depth));
        settings.put("minInstancesPerNode", String.valueOf(minInstancesPerNode));
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
        return MllibTrainer.of(Classifiers.decisionTree(this)).named(this).train(data);
    }

    int depth() {
        return depth;
    }

    int minInstancesPerNode() {
        return minInstancesPerNode;
    }

    long seed() {
        return seed;
    }

    /** Settings of a {@link DecisionTreeTrainer}. */
    public static final class Builder {

        private int depth = 10;
        private int minInstancesPerNode = 1;
        private long seed = 42;

        private Builder() {}

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

        /** Decides every random choice; 42 unless said. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** The trainer. */
        public DecisionTreeTrainer build() {
            return new DecisionTreeTrainer(this);
        }
    }
}
