package io.github.pdmspark.examples.turbofan;

import io.github.pdmspark.mllib.MllibLifeTrainer;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.LifeTrainer;
import org.apache.spark.ml.regression.GBTRegressor;
import org.apache.spark.ml.regression.RandomForestRegressor;

/**
 * The algorithms and their settings, tried on engines of the training files that were held out, never on test engines.
 */
final class EngineModels {

    private static final int MEMORY_MIB = 512;
    private static final String THIRD = "onethird";

    /** The period is one feature among many; trees that seldom see it make flat curves. */
    private static final String NEARLY_ALL = "0.8";

    private EngineModels() {}

    static LifeTrainer forest(TurbofanSettings settings) {
        return MllibLifeTrainer.of(new RandomForestRegressor()
                .setNumTrees(settings.trees())
                .setMaxDepth(10)
                .setMinInstancesPerNode(5)
                .setFeatureSubsetStrategy(THIRD)
                .setMaxMemoryInMB(MEMORY_MIB)
                .setSeed(settings.seed()));
    }

    static LifeTrainer boosting(TurbofanSettings settings) {
        return MllibLifeTrainer.of(new GBTRegressor()
                .setMaxIter(settings.trees())
                .setMaxDepth(5)
                .setStepSize(0.1)
                .setSubsamplingRate(0.5)
                .setMinInstancesPerNode(20)
                .setFeatureSubsetStrategy(THIRD)
                .setMaxMemoryInMB(MEMORY_MIB)
                .setSeed(settings.seed()));
    }

    static RandomForestTrainer hazard(TurbofanSettings settings) {
        return RandomForestTrainer.builder()
                .trees(Math.max(1, settings.trees() / 2))
                .depth(9)
                .minInstancesPerNode(20)
                .featureSubset(NEARLY_ALL)
                .seed(settings.seed())
                .build();
    }
}
