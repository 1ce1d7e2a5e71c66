package io.github.pdmspark.bundle;

import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.feature.RollingStatistic;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.mllib.DecisionTreeTrainer;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Target;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A bundle over three features, trained in a moment. */
final class SmallBundle {

    static final List<Feature> FEATURES = List.of(
            new RollingStatistic(Statistic.MEAN, List.of("volt", "heat.1"), List.of(Duration.ofHours(24))),
            new NumericAttribute("age"));
    static final FeatureSpec SPEC =
            new FeatureSpec(Cadence.every(Duration.ofHours(12)), FEATURES, Optional.empty(), 0.8);
    static final Target TARGET = new Target(List.of("pump.1", "seal b"), Duration.ZERO, Duration.ofDays(7));

    private SmallBundle() {}

    static ModelBundle trained(SparkSession spark) {
        return trained(spark, DecisionTreeTrainer.builder().depth(3).build());
    }

    static ModelBundle trained(SparkSession spark, Trainer trainer) {
        Dataset<Row> rows = rows(spark);
        Imputation imputation = Imputation.fit(rows, SPEC.featureNames());
        TrainingSet data = new TrainingSet(
                imputation.apply(rows), imputation.outputs(), TARGET.classes(), "label_index", "row_weight");
        Model model = trainer.train(data);
        return ModelBundle.of(SPEC, TARGET, imputation, model, provenance(spark, trainer));
    }

    static Provenance provenance(SparkSession spark, Trainer trainer) {
        TrainedOn trainedOn = new TrainedOn(
                Instant.parse("2015-01-01T00:00:00Z"),
                Instant.parse("2015-02-01T00:00:00.123456Z"),
                3,
                Map.of("USABLE", 90L, "CENSORED", 7L),
                Map.of("none", 30L, "pump.1", 30L, "seal b", 30L));
        return new Provenance(
                Instant.parse("2026-11-21T10:00:00Z"),
                trainedOn,
                new Preparation(1, 0, Map.of("none", 0.1), 4),
                trainer.algorithm(),
                trainer.parameters(),
                SPEC.fingerprint(),
                Versions.current(spark),
                List.of());
    }

    /** 90 rows; volt tells pump.1 apart, heat.1 tells seal b apart and is sometimes missing. */
    static Dataset<Row> rows(SparkSession spark) {
        return spark.range(0, 90, 1, 2)
                .selectExpr(
                        "id",
                        "rand(3) + if(id % 3 = 1, 5.0D, 0.0D) as volt_mean_24h",
                        "if(id % 10 = 0, null, rand(4) + if(id % 3 = 2, 5.0D, 0.0D)) as `heat.1_mean_24h`",
                        "rand(5) as age",
                        "cast(id % 3 as double) as label_index",
                        "1.0D as row_weight");
    }

    static Dataset<Row> scores(ModelBundle bundle, SparkSession spark) {
        return bundle.model().score(bundle.imputation().apply(rows(spark))).select("id", "imputed", "class_scores");
    }
}
