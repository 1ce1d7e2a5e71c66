package io.github.pdmspark.mllib;

import io.github.pdmspark.imputation.FeatureValues;
import io.github.pdmspark.model.LifeModel;
import io.github.pdmspark.model.LifeTrainer;
import io.github.pdmspark.model.LifeTrainingSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.regression.AFTSurvivalRegression;
import org.apache.spark.ml.regression.GBTRegressor;
import org.apache.spark.ml.regression.RandomForestRegressor;
import org.apache.spark.ml.regression.Regressor;
import org.apache.spark.sql.SparkSession;

/**
 * Trains any MLlib regressor on remaining lives. The regressor keeps its settings; its columns are chosen here. Censored
 * rows are left out, except by {@code AFTSurvivalRegression}, which takes them for the lower bounds that they are.
 */
public final class MllibLifeTrainer implements LifeTrainer {

    private static final int MEMORY_MIB = 512;

    private final Regressor<?, ?, ?> regressor;
    private final String algorithm;

    private MllibLifeTrainer(Regressor<?, ?, ?> regressor, String algorithm) {
        this.regressor = regressor;
        this.algorithm = algorithm;
    }

    /** Any regressor, such as {@code new LinearRegression()}. */
    public static MllibLifeTrainer of(Regressor<?, ?, ?> regressor) {
        return new MllibLifeTrainer(copy(regressor), regressor.getClass().getSimpleName());
    }

    /** A forest of regression trees that try a third of the features per split. */
    public static MllibLifeTrainer randomForest(int trees, int depth, long seed) {
        return of(new RandomForestRegressor()
                .setNumTrees(trees)
                .setMaxDepth(depth)
                .setFeatureSubsetStrategy("onethird")
                .setMaxMemoryInMB(MEMORY_MIB)
                .setSeed(seed));
    }

    /** Gradient-boosted regression trees for the squared error. */
    public static MllibLifeTrainer boostedTrees(int rounds, int depth, double stepSize, long seed) {
        return of(new GBTRegressor()
                .setMaxIter(rounds)
                .setMaxDepth(depth)
                .setStepSize(stepSize)
                .setMaxMemoryInMB(MEMORY_MIB)
                .setSeed(seed));
    }

    /**
     * Accelerated failure time with a Weibull life, {@code log T = x'b + b0 + sigma * eps}: learns from censored rows too and
     * gives quantiles. Rows with a life of 0, which has no logarithm, are left out.
     */
    public static MllibLifeTrainer acceleratedFailureTime() {
        return of(new AFTSurvivalRegression());
    }

    /** The same trainer with another seed, if the regressor takes one. */
    public MllibLifeTrainer withSeed(long seed) {
        if (!regressor.hasParam("seed")) {
            throw new IllegalArgumentException(algorithm + " makes no random choice: it takes no seed.");
        }
        Regressor<?, ?, ?> seeded = copy(regressor);
        Classifier.set(seeded, "seed", seed);
        return new MllibLifeTrainer(seeded, algorithm);
    }

    @Override
    public String algorithm() {
        return algorithm;
    }

    @Override
    public Map<String, String> parameters() {
        return new TreeMap<>(Parameters.of(regressor));
    }

    @Override
    public void requireSession(SparkSession spark) {
        DedicatedCompute.require(spark);
    }

    /** {@inheritDoc} One job counts the rows, the others are those of MLlib. */
    @Override
    public LifeModel train(LifeTrainingSet data) {
        requireSession(data.rows().sparkSession());
        FeatureValues.require(data.rows(), data.features());
        LifeRows rows = LifeRows.of(data);
        return regressor instanceof AFTSurvivalRegression aft
                ? new MllibLifeModel(algorithm, data.features(), LifeFit.survival(aft, rows.positive()))
                : new MllibLifeModel(algorithm, data.features(), LifeFit.regression(copy(regressor), rows.known()));
    }

    static Regressor<?, ?, ?> copy(Regressor<?, ?, ?> regressor) {
        return (Regressor<?, ?, ?>) regressor.copy(ParamMap.empty());
    }
}
