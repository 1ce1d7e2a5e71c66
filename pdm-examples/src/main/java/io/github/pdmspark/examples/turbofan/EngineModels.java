package io.github.pdmspark.examples.turbofan;

import io.github.pdmspark.mllib.MllibLifeTrainer;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.LifeTrainer;
import org.apache.spark.ml.regression.GBTRegressor;
import org.apache.spark.ml.regression.RandomForestRegressor;

/**
 * The algorithms and their settings. Those of the forest were tried on engines of the training files that were held out, never
 * on test engines; those of boosting and of the hazards are not tuned yet.
 */
final class EngineModels {

    private static final int MEMORY_MIB = 512;
    private static final String THIRD = "onethird";

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
                .setMaxDepth(4)
                .setStepSize(0.15)
                .setSubsamplingRate(0.5)
                .setMinInstancesPerNode(20)
                .setFeatureSubsetStrategy(THIRD)
                .setMaxMemoryInMB(MEMORY_MIB)
                .setSeed(settings.seed()));
    }

    static RandomForestTrainer hazard(TurbofanSettings settings) {
        return RandomForestTrainer.builder()
                .trees(settings.trees())
                .depth(9)
                .minInstancesPerNode(20)
                .featureSubset(THIRD)
                .seed(settings.seed())
                .build();
    }
}
