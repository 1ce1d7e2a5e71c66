package io.github.pdmspark.benchmark.scoring;

import static java.time.Duration.ofHours;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;

import io.github.pdmspark.benchmark.fleet.StoredFleet;
import io.github.pdmspark.benchmark.fleet.UsualFeatures;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.explanation.Explainer;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.simulator.Faults;
import io.github.pdmspark.training.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** About 100,000 feature rows, stored, and a forest of so many trees and levels. */
final class ScoredFleet {

    private static final int MACHINES = 60;
    private static final int DAYS = 210;
    private static final long SEED = 42;

    private final LabelledDataset rows;
    private final ModelBundle bundle;

    ScoredFleet(SparkSession spark, Path out, int trees, int depth) {
        this.rows = rows(spark, out);
        this.bundle = Training.with(RandomForestTrainer.builder()
                        .trees(trees)
                        .depth(depth)
                        .seed(SEED)
                        .build())
                .on(rows);
    }

    private static LabelledDataset rows(SparkSession spark, Path out) {
        Path stored = out.resolve("scoring-rows");
        if (Files.exists(stored.resolve("_SUCCESS"))) {
            return LabelledDataset.read(spark, stored.toString());
        }
        FleetHistory history =
                StoredFleet.simulated(spark, out, MACHINES, DAYS, Faults.none()).history(spark);
        FeaturePipeline features = UsualFeatures.every(ofHours(3));
        return LabelledDataset.of(history, features, FailureLabel.within(Duration.ofDays(2)))
                .materialized(stored.toString());
    }

    ModelBundle bundle() {
        return bundle;
    }

    /** Imputation, vector assembler, {@code transform} and the first probability, as MLlib does it. */
    Dataset<Row> byMllib() {
        Column first = get(col("class_scores"), lit(0));
        return bundle.model()
                .score(bundle.imputation().apply(fit()))
                .select(col("machine_id"), col("as_of"), first.as("mllib"));
    }

    /** The scores of the flat arrays. */
    Dataset<Row> byArrays() {
        return ScoringPipeline.of(bundle).scoreFeatures(fit()).rows();
    }

    /** Reads the same columns and scores nothing: what both pay. */
    Dataset<Row> scanned() {
        return fit();
    }

    /** Reasons of so many alarms, by exact TreeSHAP. */
    Dataset<Row> explained(int alarms) {
        Dataset<Row> on = fit().limit(alarms)
                .select(
                        col("machine_id"),
                        col("as_of").as("started_at"),
                        lit(bundle.target().components().get(0)).as("component"));
        return Explainer.of(bundle).alarms(fit(), on);
    }

    private Dataset<Row> fit() {
        return rows.rows().where("feature_status = 'OK'");
    }

    /** How many rows there are. */
    long count() {
        return fit().count();
    }

    /** How many rows have other bits in any component, between MLlib and the arrays; the forest was trained on all rows. */
    long differing() {
        List<String> components = bundle.target().components();
        Dataset<Row> mllib = bundle.model().score(bundle.imputation().apply(fit()));
        Column differs = lit(false);
        for (int i = 0; i < components.size(); i++) {
            differs = differs.or(get(col("class_scores"), lit(i + 1)).notEqual(col("score_" + components.get(i))));
        }
        return byArrays()
                .join(mllib.select("machine_id", "as_of", "class_scores"), new String[] {"machine_id", "as_of"})
                .where(differs)
                .count();
    }
}
