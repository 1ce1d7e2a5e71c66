package io.github.pdmspark.mllib;

import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.ProbabilisticClassifier;
import org.apache.spark.ml.classification.RandomForestClassifier;

/** The MLlib classifier behind each named trainer; apart from them so that they load where MLlib is absent. */
final class Classifiers {

    /** Larger than MLlib's 256: more nodes per pass over the data, the same trees. */
    private static final int MEMORY_MIB = 512;

    private Classifiers() {}

    static ProbabilisticClassifier<?, ?, ?> randomForest(RandomForestTrainer settings) {
        return new RandomForestClassifier()
                .setNumTrees(settings.trees())
                .setMaxDepth(settings.depth())
                .setMinInstancesPerNode(settings.minInstancesPerNode())
                .setSubsamplingRate(settings.subsamplingRate())
                .setFeatureSubsetStrategy(settings.featureSubset())
                .setMaxMemoryInMB(MEMORY_MIB)
                .setSeed(settings.seed());
    }

    static ProbabilisticClassifier<?, ?, ?> decisionTree(DecisionTreeTrainer settings) {
        return new DecisionTreeClassifier()
                .setMaxDepth(settings.depth())
                .setMinInstancesPerNode(settings.minInstancesPerNode())
                .setMaxMemoryInMB(MEMORY_MIB)
                .setSeed(settings.seed());
    }

    static ProbabilisticClassifier<?, ?, ?> boostedTrees(BoostedTreesTrainer settings) {
        return new GBTClassifier()
                .setMaxIter(settings.rounds())
                .setMaxDepth(settings.depth())
                .setStepSize(settings.stepSize())
                .setSubsamplingRate(settings.subsamplingRate())
                .setMaxMemoryInMB(MEMORY_MIB)
                .setSeed(settings.seed());
    }

    static ProbabilisticClassifier<?, ?, ?> logisticRegression(LogisticRegressionTrainer settings) {
        return new LogisticRegression()
                .setFamily("multinomial")
                .setStandardization(true)
                .setRegParam(settings.regularisation())
                .setMaxIter(settings.iterations());
    }
}
