package io.github.pdmspark.mllib;

import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** Multinomial logistic regression on standardised features; makes no random choice. */
public final class LogisticRegressionTrainer implements Trainer {

    private final double regularisation;
    private final int iterations;

    private LogisticRegressionTrainer(Builder settings) {
        regularisation = settings.regularisation;
        iterations = settings.iterations;
    }

    /** Starts with the default settings. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String algorithm() {
        return "logistic-regression";
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("regularisation", String.valueOf(regularisation));
        settings.put("iterations", String.valueOf(iterations));
        return settings;
    }

    @Override
    public void requireSession(SparkSession spark) {
        DedicatedCompute.require(spark);
    }

    @Override
    public Model train(TrainingSet data) {
        requireSession(data.rows().sparkSession());
        return MllibTrainer.of(Classifiers.logisticRegression(this)).named(this).train(data);
    }

    double regularisation() {
        return regularisation;
    }

    int iterations() {
        return iterations;
    }

    /** Settings of a {@link LogisticRegressionTrainer}. */
    public static final class Builder {

        private double regularisation = 0.0;
        private int iterations = 100;

        private Builder() {}

        /** Weight of the squared coefficients in the loss, 0 or more; 0 unless said. */
        public Builder regularisation(double regularisation) {
            Settings.requireAtLeast(0, regularisation, "regularisation");
            this.regularisation = regularisation;
            return this;
        }

        /** Most iterations of the solver; 100 unless said. */
        public Builder iterations(int iterations) {
            Settings.requireAtLeast(1, iterations, "iterations");
            this.iterations = iterations;
            return this;
        }

        /** The trainer. */
        public LogisticRegressionTrainer build() {
            return new LogisticRegressionTrainer(this);
        }
    }
}
