package io.github.pdmspark.scoring;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.bundle.Preparation;
import io.github.pdmspark.bundle.Provenance;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.WindowAggregate;
import io.github.pdmspark.kernel.WindowAggregates;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.ModelFormat;
import io.github.pdmspark.model.Scores;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoringPipelineTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00.123456789Z"), ZoneOffset.UTC);
    private static final TimeRange RANGE = TimeRange.of("2014-12-31", "2015-01-08");

    private final SparkSession spark;
    private final FleetHistory history;
    private final LabelledDataset dataset;
    private final ModelBundle bundle;
    private Dataset<Row> table;

    ScoringPipelineTest(SparkSession spark) {
        this.spark = spark;
        history = WearingFleet.history(spark);
        dataset = WearingFleet.dataset(spark);
        bundle = Training.with(
                        RandomForestTrainer.builder().trees(10).depth(5).seed(1).build())
                .clock(CLOCK)
                .on(dataset);
        table = spark.emptyDataFrame();
    }

    @BeforeAll
    void score() {
        List<Row> rows = pipeline().score(history, RANGE).rows().collectAsList();
        table = spark.createDataFrame(rows, rows.get(0).schema());
    }

    private ScoringPipeline pipeline() {
        return ScoringPipeline.of(bundle).clock(CLOCK).runId("run 1");
    }

    @Test
    void columnsAreThoseOfTheScoreTable() {
        DatasetAssert.assertThat(table)
                .hasColumns(
                        "machine_id",
                        "as_of",
                        "status",
                        "score",
                        "top_component",
                        "score_pump.1",
                        "score_seal b",
                        "imputed",
                        "model_id",
                        "run_id",
                        "scored_at");
        Row row = table.first();
        assertThat(row.<String>getAs("model_id")).isEqualTo(bundle.modelId());
        assertThat(row.<String>getAs("run_id")).isEqualTo("run 1");
        assertThat(table.selectExpr("cast(scored_at as string)").first().getString(0))
                .isEqualTo("2026-11-21 10:00:00.123456");
    }

    @Test
    void everyMachineAndTimeHasOneRowWithAStatus() {
        assertThat(table.count()).isEqualTo(7 * 16);
        assertThat(table.select("machine_id", "as_of").distinct().count()).isEqualTo(7 * 16);
        assertThat(table.where("machine_id = 'm7'").select("status").distinct().collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("NO_TELEMETRY");
        assertThat(table.where(
                                "machine_id = 'm1' and as_of < timestamp'2015-01-02 00:00:00Z' and as_of > timestamp'2015-01-01 00:00:00Z'")
                        .select("status")
                        .distinct()
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("INSUFFICIENT_HISTORY");
    }

    @Test
    void onlyScoredRowsHaveScoresAndTheyAreSound() {
        assertThat(table.where("status <> 'SCORED' and (score is not null or top_component is not null"
                                + " or `score_pump.1` is not null or imputed <> 0)")
                        .count())
                .isZero();
        Dataset<Row> scored = table.where("status = 'SCORED'");
        assertThat(scored.count()).isEqualTo(6 * 12);
        assertThat(scored.collectAsList()).allSatisfy(row -> {
            double pump = row.getAs("score_pump.1");
            double seal = row.getAs("score_seal b");
            assertThat(row.<Double>getAs("score")).isBetween(0.0, 1.0).isCloseTo(pump + seal, within(1e-12));
            assertThat(row.<String>getAs("top_component")).isEqualTo(pump >= seal ? "pump.1" : "seal b");
        });
    }

    @Test
    void wearIsSeenInTheRightComponent() {
        Row worn = table.where("machine_id = 'm2' and as_of = timestamp'2015-01-06 12:00:00Z'")
                .first();
        Row fresh = table.where("machine_id = 'm2' and as_of = timestamp'2015-01-08 00:00:00Z' - interval 12 hours")
                .first();

        assertThat(worn.<Double>getAs("score")).isGreaterThan(0.8);
        assertThat(worn.<String>getAs("top_component")).isEqualTo("pump.1");
        assertThat(fresh.<Double>getAs("score")).isLessThan(0.5);
    }

    @Test
    void filledFeaturesAreCounted() {
        assertThat(table.where("status = 'SCORED' and machine_id = 'm1'")
                        .select("imputed")
                        .distinct()
                        .collectAsList())
                .extracting(row -> row.getInt(0))
                .containsExactly(1);
        assertThat(table.where("machine_id = 'm2'")
                        .agg(expr("max(imputed)"))
                        .first()
                        .getInt(0))
                .isZero();
    }

    @Test
    void computedFeaturesScoreTheSameAsHistory() {
        Scores fromFeatures = pipeline().scoreFeatures(dataset.between(RANGE).rows());

        DatasetAssert.assertThat(fromFeatures.rows())
                .hasSameRowsAs(table.where("as_of >= timestamp'2015-01-01 00:00:00Z' and machine_id <> 'm7'"));
        assertThat(fromFeatures.components()).containsExactly("pump.1", "seal b");
    }

    @Test
    void statisticsOfOnesOwnAreRegisteredForScoring() {
        FeaturePipeline features = FeaturePipeline.builder()
                .every(Duration.ofHours(12))
                .aggregate(new Newest())
                .over(Duration.ofHours(24))
                .build();
        ModelBundle own = Training.with(
                        RandomForestTrainer.builder().trees(2).depth(2).seed(1).build())
                .on(LabelledDataset.of(history, features, FailureLabel.within(Duration.ofDays(3))));

        assertThatThrownBy(() -> ScoringPipeline.of(own).score(history, RANGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The window aggregate 'newest' version 1 is not registered.")
                .hasMessageContaining("ScoringPipeline.aggregates");
        assertThat(ScoringPipeline.of(own)
                        .aggregates(WindowAggregates.of(new Newest()))
                        .score(history, RANGE)
                        .rows()
                        .where("score is not null")
                        .count())
                .isPositive();
    }

    /** The latest value. */
    private static final class Newest implements WindowAggregate {

        private static final long serialVersionUID = 1L;

        @Override
        public String name() {
            return "newest";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Accumulator start() {
            return new Accumulator() {
                private double newest = Double.NaN;

                @Override
                public void add(double hoursBeforeEnd, double value) {
                    newest = value;
                }

                @Override
                public double value() {
                    return newest;
                }
            };
        }
    }

    @Test
    void savedBundleScoresTheSame(@TempDir Path folder) {
        String path = folder.resolve("bundle").toString();
        bundle.save(path);

        Dataset<Row> again = ScoringPipeline.load(spark, path)
                .clock(CLOCK)
                .runId("run 1")
                .score(history, RANGE)
                .rows();

        DatasetAssert.assertThat(again).hasSameRowsAs(table);
    }

    @Test
    void scoringIsLazyAndRunIsNamedAfterModelAndTime() {
        ScoringPipeline pipeline = ScoringPipeline.of(bundle).clock(CLOCK);

        assertThat(QueryCount.of(spark, () -> pipeline.score(history, RANGE))).isZero();
        Dataset<Row> few = pipeline.scoreFeatures(dataset.rows().limit(1)).rows();
        assertThat(few.first().<String>getAs("run_id")).isEqualTo(bundle.modelId() + "@2026-11-21T10:00:00.123456Z");
    }

    @Test
    void historyOfOtherNamesIsRefusedBeforeAnyJob() {
        FleetHistory renamed = WearingFleet.renamed(spark);

        assertThat(QueryCount.of(spark, () -> assertThatThrownBy(
                                () -> pipeline().score(renamed, RANGE))
                        .isInstanceOf(BundleException.class)
                        .hasMessageStartingWith("PDM_BUNDLE_MISMATCH Model " + bundle.modelId())
                        .hasMessageContaining("'volt'")
                        .hasMessageContaining("Did you mean 'voltage'?")
                        .hasMessageContaining("Found: sensors [voltage, heat.1]")
                        .hasMessageContaining("'model'")
                        .hasMessageContaining("trained on a reading every PT6H, the history declares one every PT3H")))
                .isZero();
    }

    @Test
    void featureRowsWithoutAColumnAreRefused() {
        Dataset<Row> rows = dataset.rows().withColumnRenamed("weight", "wait").drop("feature_status");

        assertThatThrownBy(() -> pipeline().scoreFeatures(rows))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("no column 'weight'. Did you mean 'wait'?")
                .hasMessageContaining("no column 'feature_status'");
    }

    @Test
    void missingAndInfiniteFeaturesNeverGiveNaN() {
        Dataset<Row> broken = dataset.rows()
                .where("feature_status = 'OK'")
                .limit(4)
                .withColumn("volt_mean_24h", lit(Double.NaN))
                .withColumn("heat.1_last_24h", lit(Double.POSITIVE_INFINITY))
                .withColumn("weight", lit(null).cast("double"));

        List<Row> rows = pipeline().scoreFeatures(broken).rows().collectAsList();

        assertThat(rows).hasSize(4).allSatisfy(row -> {
            assertThat(row.<Double>getAs("score")).isBetween(0.0, 1.0);
            assertThat(row.<Integer>getAs("imputed")).isEqualTo(3);
        });
    }

    @Test
    void rowOfUnknownStatusIsNotScored() {
        Dataset<Row> rows = dataset.rows().where("feature_status = 'OK'").limit(1);

        Row row = pipeline()
                .scoreFeatures(rows.withColumn("feature_status", lit(null).cast("string")))
                .rows()
                .first();

        assertThat(row.<String>getAs("status")).isEqualTo("NOT_SCORED");
        assertThat(row.isNullAt(row.fieldIndex("score"))).isTrue();
    }

    /** A model without flat form is scored by MLlib; each output column evaluated for itself would cost as many times more. */
    @Test
    void modelIsEvaluatedOnceForAllColumns() {
        String plan = ScoringPipeline.of(withoutFlatForm())
                .scoreFeatures(dataset.rows())
                .rows()
                .queryExecution()
                .optimizedPlan()
                .toString();
        assertThat(plan.split("UDF\\(UDF\\(UDF\\(", -1))
                .as("to vector, forest, to array")
                .hasSize(2);
    }

    @Test
    void flatFormScoresWithoutMllib() {
        String plan = pipeline()
                .scoreFeatures(dataset.rows())
                .rows()
                .queryExecution()
                .optimizedPlan()
                .toString();

        assertThat(plan).doesNotContain("UDF(UDF(");
    }

    @Test
    void flatFormScoresBitForBitAsTheModel() {
        Dataset<Row> byModel = ScoringPipeline.of(withoutFlatForm())
                .clock(CLOCK)
                .runId("run 1")
                .scoreFeatures(dataset.rows())
                .rows();

        DatasetAssert.assertThat(pipeline().scoreFeatures(dataset.rows()).rows())
                .hasSameRowsAs(byModel);
    }

    @Test
    void portableScorerScoresAsItsBundle() {
        Dataset<Row> rows = ScoringPipeline.of(bundle.portable().orElseThrow())
                .clock(CLOCK)
                .runId("run 1")
                .score(history, RANGE)
                .rows();

        DatasetAssert.assertThat(rows).hasSameRowsAs(table);
    }

    private ModelBundle withoutFlatForm() {
        return ModelBundle.of(
                bundle.spec(), bundle.target(), bundle.imputation(), new Opaque(bundle.model()), bundle.provenance());
    }

    @Test
    void keepRateOfTheBundleIsApplied() {
        Provenance made = bundle.provenance();
        Provenance downsampled = new Provenance(
                made.createdAt(),
                made.trainedOn(),
                new Preparation(0.1, 7, Map.of(), 16),
                made.algorithm(),
                made.parameters(),
                made.featureFingerprint(),
                made.versions(),
                made.notes());
        ModelBundle other =
                ModelBundle.of(bundle.spec(), bundle.target(), bundle.imputation(), bundle.model(), downsampled);
        Dataset<Row> rows = dataset.rows().where("feature_status = 'OK' and machine_id = 'm2'");

        List<Row> raw = pipeline().scoreFeatures(rows).rows().orderBy("as_of").collectAsList();
        List<Row> corrected = ScoringPipeline.of(other)
                .scoreFeatures(rows)
                .rows()
                .orderBy("as_of")
                .collectAsList();

        for (int i = 0; i < raw.size(); i++) {
            double s = raw.get(i).getAs("score");
            assertThat(corrected.get(i).<Double>getAs("score")).isCloseTo(0.1 * s / (0.1 * s - s + 1), within(1e-12));
        }
        assertThat(raw).anySatisfy(row -> assertThat(row.<Double>getAs("score")).isBetween(0.01, 0.99));
    }

    /** A model that hides that it has a flat form. */
    private record Opaque(Model model) implements Model {
        @Override
        public List<String> features() {
            return model.features();
        }

        @Override
        public List<String> classes() {
            return model.classes();
        }

        @Override
        public Dataset<Row> score(Dataset<Row> rows) {
            return model.score(rows);
        }

        @Override
        public Map<String, Double> importances() {
            return model.importances();
        }

        @Override
        public ModelFormat format() {
            return model.format();
        }

        @Override
        public String algorithm() {
            return model.algorithm();
        }
    }
}
