package io.github.pdmspark.hazard;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.life.KeptLives;
import io.github.pdmspark.life.LifeDataset;
import io.github.pdmspark.life.TestLives;
import io.github.pdmspark.mllib.LogisticRegressionTrainer;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.survival.Ending;
import io.github.pdmspark.survival.SeenLife;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
class HazardTest {

    private static final Trainer LOGISTIC = LogisticRegressionTrainer.builder()
            .iterations(200)
            .regularisation(0)
            .build();
    private static final Trainer FOREST =
            RandomForestTrainer.builder().trees(5).depth(4).seed(2).build();
    private static final Periods PERIODS =
            Periods.ending(Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(20), Duration.ofHours(40));

    private final SparkSession spark;

    @TempDir
    private Path folder;

    HazardTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void periodsAtRiskEqualTheOracle() {
        Random random = new Random(9);
        TestLives lives = new TestLives();
        List<Period> expected = new ArrayList<>();
        for (int x = 0; x < 300; x++) {
            SeenLife life = new SeenLife(random.nextInt(9) * 5, random.nextBoolean() ? Ending.FAILED : Ending.CENSORED);
            lives.add(x, life);
            expected.addAll(oracle(x, life));
        }
        Dataset<Row> rows = new PersonPeriods(PERIODS, PeriodCoding.START)
                .labelled(KeptLives.ofComponent(lives.of(spark, "fan").rows(), 0));

        assertThat(rows.select("x", "period_start", PersonPeriods.LABEL).collectAsList())
                .extracting(row -> new Period(row.getDouble(0), row.getDouble(1), row.getDouble(2)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** A period at risk. */
    private record Period(double x, double start, double label) {}

    /** Walks through the hours of a life. */
    private static List<Period> oracle(double x, SeenLife life) {
        List<Period> rows = new ArrayList<>();
        double start = 0;
        for (double end : PERIODS.ends()) {
            boolean failed = false;
            boolean watched = true;
            for (double hour = start; hour < end; hour++) {
                failed |= life.ending() == Ending.FAILED && life.length() == hour;
                watched &= life.length() > hour;
            }
            if (failed || (watched && life.length() >= end)) {
                rows.add(new Period(x, start, failed ? 1 : 0));
            }
            if (life.length() < end) {
                break;
            }
            start = end;
        }
        return rows;
    }

    /** Without features a logistic hazard with a column per period is the life table: failures / lives at risk. */
    @Test
    void saturatedLogisticHazardIsTheLifeTable() {
        Random random = new Random(12);
        TestLives lives = new TestLives();
        double[] failed = new double[4];
        double[] atRisk = new double[4];
        for (int i = 0; i < 800; i++) {
            SeenLife life = new SeenLife(random.nextInt(60), random.nextInt(3) > 0 ? Ending.FAILED : Ending.CENSORED);
            lives.add(1, life);
            for (Period row : oracle(1, life)) {
                int period = PERIODS.starts().indexOf(row.start());
                atRisk[period]++;
                failed[period] += row.label();
            }
        }
        HazardModel model = HazardTraining.with(LOGISTIC, PERIODS)
                .coding(PeriodCoding.INDICATORS)
                .on(lives.of(spark, "fan"));

        Row row = model.predict(lives.of(spark, "fan").rows()).first();

        double survival = 1;
        for (int i = 0; i < 4; i++) {
            survival *= 1 - failed[i] / atRisk[i];
            assertThat(row.<Double>getList(row.fieldIndex("survival")).get(i)).isCloseTo(survival, within(1e-3));
        }
        assertThat(row.<Double>getAs("fails_within_20h"))
                .isEqualTo(1 - row.<Double>getList(row.fieldIndex("survival")).get(2));
    }

    /** Exponential lives with proportional hazards: {@code P(T < t | x) = 1 - exp(-t exp(-x) / 40)}. */
    @Test
    void exponentialHazardsAreRecoveredWithinTheirStandardError() {
        int count = 6_000;
        LifeDataset data = TestLives.weibull(21, count, 40, 1, 1).of(spark, "fan");
        Periods periods = new Periods(
                "hours",
                java.util.stream.IntStream.rangeClosed(1, 16)
                        .mapToObj(i -> 2.5 * i)
                        .toList());
        HazardModel model = HazardTraining.with(LOGISTIC, periods)
                .coding(PeriodCoding.INDICATORS)
                .on(data);

        for (double x : new double[] {-1, 0, 1}) {
            Row row = model.predict(data.rows().where(col("x").equalTo(x))).first();
            for (int i = 0; i < 16; i++) {
                double truth = 1 - Math.exp(-periods.ends().get(i) * Math.exp(-x) / 40);
                double standardError = Math.sqrt(truth * (1 - truth) / (count / 3.0));
                assertThat(1 - row.<Double>getList(row.fieldIndex("survival")).get(i))
                        .as("x %s, within %s", x, periods.ends().get(i))
                        .isCloseTo(truth, within(3 * standardError + 0.005));
            }
        }
        Row middle = model.predict(data.rows().where("x = 0")).first();
        assertThat(middle.<Double>getAs("life_p50")).isCloseTo(40 * Math.log(2), within(2.5));
        assertThat(middle.isNullAt(middle.fieldIndex("life_p90"))).isTrue();
    }

    /** What a life lasts beyond the end of observation must not look like survival or failure of the rest of its period. */
    @Test
    void censoredRowsTaughtNothingAboutTheirLastPeriod() {
        TestLives few = new TestLives();
        TestLives more = new TestLives();
        for (int i = 0; i < 30; i++) {
            SeenLife life = SeenLife.failed(i % 3 == 0 ? 3 : 12);
            few.add(i % 2, life);
            more.add(i % 2, life);
        }
        for (int i = 0; i < 100; i++) {
            more.add(i % 2, SeenLife.censored(4));
        }

        Dataset<Row> rows = few.of(spark, "fan").rows();
        DatasetAssert.assertThat(HazardTraining.with(LOGISTIC, PERIODS)
                        .on(few.of(spark, "fan"))
                        .predict(rows)
                        .selectExpr("round(fails_within_10h, 6)"))
                .hasSameRowsAs(HazardTraining.with(LOGISTIC, PERIODS)
                        .on(more.of(spark, "fan"))
                        .predict(rows)
                        .selectExpr("round(fails_within_10h, 6)"));
    }

    @Test
    void componentsWithoutAFailureAreAllNamed() {
        TestLives lives = new TestLives();
        for (int i = 0; i < 10; i++) {
            lives.add(i % 2, SeenLife.failed(3 + i), SeenLife.censored(30), SeenLife.censored(20));
        }
        LifeDataset data = lives.of(spark, "fan", "pump", "seal");

        assertThatThrownBy(() -> HazardTraining.with(FOREST, PERIODS).on(data))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("All 10 lives of 'pump' are censored")
                .hasMessageContaining("All 10 lives of 'seal' are censored");
        assertThat(HazardTraining.with(FOREST, PERIODS)
                        .ofComponents("fan")
                        .on(data)
                        .predict(data.rows())
                        .count())
                .isEqualTo(10);
    }

    @Test
    void eachComponentHasItsOwnCurve() {
        TestLives lives = new TestLives();
        for (int i = 0; i < 40; i++) {
            lives.add(i % 2, SeenLife.failed(7), i % 4 == 0 ? SeenLife.failed(2) : SeenLife.failed(30));
        }
        LifeDataset data = lives.of(spark, "fan", "pump");

        List<Row> rows = HazardTraining.with(LOGISTIC, PERIODS)
                .coding(PeriodCoding.INDICATORS)
                .on(data)
                .predict(data.rows())
                .selectExpr("component", "round(fails_within_5h, 2)", "round(fails_within_40h, 2)")
                .distinct()
                .orderBy("component", "round(fails_within_5h, 2)")
                .collectAsList();

        assertThat(rows.get(0).toString()).isEqualTo("[fan,0.0,1.0]");
        assertThat(rows).extracting(row -> row.getString(0)).containsExactly("fan", "pump", "pump");
        assertThat(rows.get(1).getDouble(1)).isCloseTo(0, within(0.02));
        assertThat(rows.get(2).getDouble(1)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void loadedHazardsPredictBitForBitTheSame() throws IOException {
        LifeDataset data = TestLives.weibull(3, 300, 15, 2, 0.5).of(spark, "fan");
        HazardModel trained = HazardTraining.with(FOREST, PERIODS).on(data);
        Path path = folder.resolve("hazards");

        trained.save(spark, path.toString());
        HazardModel loaded = HazardModel.load(spark, path.toString());

        DatasetAssert.assertThat(loaded.predict(data.rows())).hasSameRowsAs(trained.predict(data.rows()));
        assertThat(loaded.periods()).isEqualTo(PERIODS);
        assertThat(loaded.hazards().get(0).provenance())
                .isEqualTo(trained.hazards().get(0).provenance());
        assertThat(loaded.importances()).isEqualTo(trained.importances()).containsKey("period_start");

        Path hazards = path.resolve("hazards.json");
        Files.writeString(hazards, Files.readString(hazards).replace("START", "INDICATORS"));
        assertThatThrownBy(() -> HazardModel.load(spark, path.toString()))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("hazards.json");
    }

    /** A forest without splits gives everybody the same curve; trained on shorter lives, it is off. */
    @Test
    void calibratedCurvesTellTheTruthAboutHeldOutLives() {
        Trainer stump = RandomForestTrainer.builder()
                .trees(1)
                .depth(4)
                .featureSubset("all")
                .seed(2)
                .build();
        Periods fine = new Periods(
                "hours",
                java.util.stream.IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> 4.0 * i)
                        .toList());
        HazardModel wrong = HazardTraining.with(stump, fine)
                .on(TestLives.weibull(5, 2_000, 20, 2, 0).of(spark, "fan"));
        LifeDataset heldOut = TestLives.weibull(6, 2_000, 30, 2, 0).of(spark, "fan");

        HazardModel right = wrong.calibratedOn(heldOut);

        Row before = wrong.predict(heldOut.rows()).first();
        Row after = right.predict(heldOut.rows()).first();
        for (int i = 0; i < 12; i += 3) {
            double truth = Math.exp(-Math.pow(fine.ends().get(i) / 30, 2));
            double standardError = Math.sqrt(truth * (1 - truth) / 2_000);
            assertThat(after.<Double>getList(after.fieldIndex("survival")).get(i))
                    .as("until %s", fine.ends().get(i))
                    .isCloseTo(truth, within(4 * standardError + 0.01));
        }
        assertThat(before.<Double>getAs("life_p50")).isLessThan(20);
        assertThat(after.<Double>getAs("life_p50")).isCloseTo(30 * Math.sqrt(Math.log(2)), within(1.5));
        right.save(spark, folder.resolve("calibrated").toString());
        DatasetAssert.assertThat(
                        HazardModel.load(spark, folder.resolve("calibrated").toString())
                                .predict(heldOut.rows()))
                .hasSameRowsAs(right.predict(heldOut.rows()));
    }

    @Test
    void fewFailuresDoNotCalibrate() {
        LifeDataset data = TestLives.weibull(3, 40, 15, 2, 0.5).of(spark, "fan");

        assertThatThrownBy(() -> HazardTraining.with(FOREST, PERIODS).on(data).calibratedOn(data))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("failures of 'fan' within the periods, but 50 are needed");
    }

    @Test
    void unitsOfPeriodsAndLivesMustAgree() {
        LifeDataset data = TestLives.weibull(3, 30, 15, 2, 0.5).of(spark, "fan");

        assertThatThrownBy(() -> HazardTraining.with(FOREST, Periods.ofUsage("strokes", 100, 200))
                        .on(data))
                .hasMessageContaining("periods are in strokes")
                .hasMessageContaining("dataset in hours");
        assertThatThrownBy(() -> Periods.ofUsage("strokes", 200, 100)).hasMessageContaining("one after the other");
        assertThatThrownBy(() -> Periods.ending()).hasMessageContaining("There are no periods");
        assertThat(Periods.ofUsage("strokes", 100, 250.5).names()).containsExactly("100_strokes", "250_5_strokes");
        assertThat(Periods.ending(Duration.ofDays(1), Duration.ofDays(7)).names())
                .containsExactly("24h", "7d");
    }

    @Test
    void modelThatMovesRowsIsNoticed() {
        Row first = org.apache.spark.sql.RowFactory.create("a", 1L, 0, 0.5);
        Row foreign = org.apache.spark.sql.RowFactory.create("b", 2L, 1, 0.5);

        assertThatThrownBy(() -> new CurveFold(List.of(1.0, 2.0), CurveCalibration.NONE)
                        .call(List.of(first, foreign).iterator())
                        .next())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not keep the order");
    }
}
