package io.github.pdmspark.life;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.mllib.MllibLifeTrainer;
import io.github.pdmspark.model.LifeTrainer;
import io.github.pdmspark.survival.SeenLife;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class LifeTrainingTest {

    private static final LifeTrainer FOREST = MllibLifeTrainer.randomForest(10, 5, 3);

    private final SparkSession spark;

    @TempDir
    private Path folder;

    LifeTrainingTest(SparkSession spark) {
        this.spark = spark;
    }

    static Stream<LifeTrainer> trainers() {
        return Stream.of(
                FOREST,
                MllibLifeTrainer.boostedTrees(3, 2, 0.3, 3),
                MllibLifeTrainer.acceleratedFailureTime(),
                MllibLifeTrainer.of(new LinearRegression()));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void loadedRegressionPredictsBitForBitTheSame(LifeTrainer trainer) {
        LifeDataset data = TestLives.weibull(1, 300, 50, 2, 0.7).of(spark, "fan");
        LifeRegression trained = LifeTraining.with(trainer).cappedAt(120).on(data);
        String path = folder.resolve("life").toString();

        trained.save(spark, path);
        LifeRegression loaded = LifeRegression.load(spark, path);

        DatasetAssert.assertThat(loaded.predict(data.rows())).hasSameRowsAs(trained.predict(data.rows()));
        assertThat(loaded.component()).isEqualTo("fan");
        assertThat(loaded.cap()).hasValue(120);
        assertThat(loaded.clock()).isEqualTo(LifeClock.hours());
        assertThat(loaded.spec()).isEqualTo(data.spec());
        assertThat(loaded.provenance()).isEqualTo(trained.provenance());
        assertThat(loaded.provenance().algorithm()).isEqualTo(trainer.algorithm());
        assertThat(loaded.model().importances()).isEqualTo(trained.model().importances());
    }

    /** Medians of the law that made the lives; {@code sd(log T) / sqrt(n)} is 0.03 here. */
    @Test
    void acceleratedFailureTimeRecoversTheLawDespiteCensoring() {
        LifeDataset data = TestLives.weibull(2, 2_000, 50, 2, 0.7).of(spark, "fan");
        LifeRegression trained =
                LifeTraining.with(MllibLifeTrainer.acceleratedFailureTime()).on(data);

        for (double x : new double[] {-1, 0, 1}) {
            Row row = trained.predict(data.rows().where(col("x").equalTo(x))).first();
            for (String[] quantile : new String[][] {{"life_p10", "0.1"}, {"life_p50", "0.5"}, {"life_p90", "0.9"}}) {
                double share = Double.parseDouble(quantile[1]);
                double truth = 50 * Math.exp(0.7 * x) * Math.pow(-Math.log(1 - share), 0.5);
                assertThat(Math.log(row.<Double>getAs(quantile[0]))).isCloseTo(Math.log(truth), within(0.1));
            }
            assertThat(row.<Double>getAs("predicted_life")).isEqualTo(row.<Double>getAs("life_p50"));
        }
    }

    @Test
    void censoredRowsAreLeftOutOfARegression() {
        TestLives lives = new TestLives();
        for (int i = 0; i < 40; i++) {
            lives.add(i % 2, SeenLife.failed(10 + 20 * (i % 2))).add(i % 2, SeenLife.censored(1));
        }
        LifeRegression trained = LifeTraining.with(FOREST).on(lives.of(spark, "fan"));

        assertThat(predictions(
                        trained, new TestLives().add(0, SeenLife.failed(1)).add(1, SeenLife.failed(1))))
                .containsExactlyInAnyOrder(10.0, 30.0);
        assertThat(trained.provenance().trainedOn().rowsByStatus())
                .containsEntry("FAILED", 40L)
                .containsEntry("CENSORED", 40L);
    }

    /** A life that was seen to last at least as long as the cap has exactly that label, failed or not. */
    @Test
    void cappedLivesAreKnownToBeTheCap() {
        TestLives lives = new TestLives();
        for (int i = 0; i < 30; i++) {
            lives.add(0, SeenLife.censored(200)).add(1, SeenLife.failed(20)).add(1, SeenLife.censored(99));
        }
        LifeRegression trained = LifeTraining.with(FOREST).cappedAt(100).on(lives.of(spark, "fan"));

        assertThat(predictions(
                        trained, new TestLives().add(0, SeenLife.failed(1)).add(1, SeenLife.failed(1))))
                .containsExactlyInAnyOrder(100.0, 20.0);
        assertThat(trained.provenance().trainedOn().rowsByStatus())
                .containsEntry("FAILED", 60L)
                .containsEntry("CENSORED", 30L);
    }

    @Test
    void predictionsStayBetweenZeroAndTheCap() {
        TestLives lives = new TestLives();
        for (int i = 0; i <= 40; i++) {
            lives.add(i / 40.0, SeenLife.failed(100 - 2.5 * i));
        }
        LifeRegression trained = LifeTraining.with(MllibLifeTrainer.of(new LinearRegression()))
                .cappedAt(90)
                .on(lives.of(spark, "fan"));

        assertThat(predictions(
                        trained, new TestLives().add(-1, SeenLife.failed(1)).add(9, SeenLife.failed(1))))
                .containsExactlyInAnyOrder(90.0, 0.0);
    }

    @Test
    void allCensoredIsRefused() {
        TestLives lives = new TestLives().add(0, SeenLife.censored(3)).add(1, SeenLife.censored(4));

        for (LifeTrainer trainer : List.of(FOREST, MllibLifeTrainer.acceleratedFailureTime())) {
            assertThatThrownBy(() -> LifeTraining.with(trainer).on(lives.of(spark, "fan")))
                    .isInstanceOf(TrainingException.class)
                    .hasMessageContaining("PDM_NO_FAILURES All 2 lives of 'fan' are censored");
        }
    }

    @Test
    void lifeOfTheNamedComponentIsLearned() {
        TestLives lives = new TestLives();
        for (int i = 0; i < 20; i++) {
            lives.add(i % 2, SeenLife.failed(5), SeenLife.failed(50));
        }
        LifeDataset data = lives.of(spark, "fan", "pump");

        LifeRegression pump = LifeTraining.with(FOREST).ofComponent("pump").on(data);

        assertThat(pump.predict(data.rows()).select("predicted_life").distinct().collectAsList())
                .extracting(row -> row.getDouble(0))
                .containsExactly(50.0);
        assertThatThrownBy(() -> LifeTraining.with(FOREST).on(data))
                .hasMessageContaining("There are lives of [fan, pump]")
                .hasMessageContaining("ofComponent");
        assertThatThrownBy(() -> LifeTraining.with(FOREST).ofComponent("seal").on(data))
                .hasMessage("No component 'seal'. Found: fan, pump.");
    }

    @Test
    void missingFeatureIsFilledInAsInTraining() {
        LifeDataset data = TestLives.weibull(4, 100, 50, 2, 0.7).of(spark, "fan");
        LifeRegression trained = LifeTraining.with(FOREST).on(data);
        Dataset<Row> missing = data.rows()
                .withColumn("x", org.apache.spark.sql.functions.lit(null).cast("double"));

        assertThat(trained.predict(missing).where("predicted_life is null").count())
                .isZero();
        assertThatThrownBy(() -> trained.predict(data.rows().drop("x"))).hasMessageContaining("no feature column 'x'");
    }

    /** P3: the same rows in another order and partitioning make the same forest. */
    @Test
    void orderAndPartitionsDoNotMatter() {
        LifeDataset data = TestLives.weibull(5, 400, 50, 2, 0.7).of(spark, "fan");
        LifeDataset turned = new LifeDataset(
                data.rows().repartition(7).orderBy(col("x").desc()), data.spec(), data.components(), data.clock());

        DatasetAssert.assertThat(LifeTraining.with(FOREST).on(turned).predict(data.rows()))
                .hasSameRowsAs(LifeTraining.with(FOREST).on(data).predict(data.rows()));
    }

    @Test
    void changedFileAndForeignClassAreRefused() throws IOException {
        Path path = folder.resolve("life");
        LifeTraining.with(FOREST)
                .on(TestLives.weibull(6, 60, 50, 2, 0.7).of(spark, "fan"))
                .save(spark, path.toString());
        Path life = path.resolve("life.json");
        Files.writeString(life, Files.readString(life).replace("fan", "fun"));

        assertThatThrownBy(() -> LifeRegression.load(spark, path.toString()))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("PDM_BUNDLE_DAMAGED")
                .hasMessageContaining("life.json");
        assertThatThrownBy(() -> LifeRegression.load(spark, folder.toString()))
                .hasMessageContaining("PDM_BUNDLE_FOREIGN");
    }

    @Test
    void savingTakesAFreePlaceOnly() {
        LifeRegression trained = LifeTraining.with(FOREST)
                .on(TestLives.weibull(7, 60, 50, 2, 0.7).of(spark, "fan"));
        String path = folder.resolve("life").toString();

        trained.save(spark, path);

        assertThatThrownBy(() -> trained.save(spark, path)).hasMessageContaining("not empty");
    }

    @Test
    void seedsMatterOnlyWhereThereIsChance() {
        assertThat(MllibLifeTrainer.randomForest(3, 2, 1).withSeed(9).parameters())
                .containsEntry("seed", "9");
        assertThatThrownBy(() -> MllibLifeTrainer.acceleratedFailureTime().withSeed(1))
                .hasMessageContaining("takes no seed");
        assertThatThrownBy(() -> LifeTraining.with(FOREST).cappedAt(0)).hasMessageContaining("above 0");
    }

    private List<Double> predictions(LifeRegression trained, TestLives lives) {
        return trained.predict(lives.of(spark, "fan").rows()).select("predicted_life").collectAsList().stream()
                .map(row -> row.getDouble(0))
                .toList();
    }
}
