package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.testing.LocalSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class RowEvaluationTest {

    private static final List<String> CLASSES = List.of("none", "comp1", "comp2");
    private static final StructType SCHEMA = new StructType()
            .add("label", DataTypes.StringType)
            .add("class_scores", DataTypes.createArrayType(DataTypes.DoubleType));

    private final SparkSession spark;

    RowEvaluationTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void equalsThePlainJavaOracle() {
        List<RowOracle.Scored> rows = randomRows(400, 7);
        RowMetrics metrics = metrics(rows.stream().map(RowEvaluationTest::row).toList());

        for (int actual = 0; actual < 3; actual++) {
            for (int predicted = 0; predicted < 3; predicted++) {
                assertThat(metrics.confusion().counts().get(actual).get(predicted))
                        .isEqualTo(RowOracle.count(rows, actual, predicted));
            }
        }
        assertQuality(metrics.anyFailure(), RowOracle.curve(rows, 0));
        assertQuality(metrics.components().get(0), RowOracle.curve(rows, 1));
        assertQuality(metrics.components().get(1), RowOracle.curve(rows, 2));
    }

    @Test
    void classMetricsFollowFromTheMatrix() {
        ConfusionMatrix matrix = ConfusionMatrix.of(CLASSES, new long[][] {{90, 5, 0}, {4, 6, 0}, {2, 0, 0}});
        double f1None = 2.0 * 90 / (95 + 96);
        double f1First = 2.0 * 6 / (10 + 11);

        assertThat(matrix.byClass().get(1).precision()).isEqualTo(Metric.of(6.0 / 11));
        assertThat(matrix.byClass().get(1).recall()).isEqualTo(Metric.of(0.6));
        assertThat(matrix.byClass().get(2).precision().reason()).contains("class 'comp2' was never predicted");
        assertThat(matrix.macroF1().value().orElseThrow()).isCloseTo((f1None + f1First) / 3, within(1e-12));
        assertThat(matrix.componentMacroF1().value().orElseThrow()).isCloseTo(f1First / 2, within(1e-12));
        assertThat(matrix.accuracy()).isEqualTo(new Share(96, 107));
        assertThat(matrix.majorityBaseline()).isEqualTo(new Share(95, 107));
    }

    @Test
    void classWithoutRowsDoesNotEnterTheMacroMean() {
        ConfusionMatrix matrix = ConfusionMatrix.of(CLASSES, new long[][] {{9, 0, 1}, {0, 2, 0}, {0, 0, 0}});

        assertThat(matrix.byClass().get(2).f1().reason()).contains("no row has class 'comp2'");
        assertThat(matrix.componentMacroF1()).isEqualTo(Metric.of(1));
    }

    @Test
    void noRowsGiveReasonsAndNoNumbers() {
        RowMetrics metrics = metrics(List.of());

        assertThat(metrics.rows()).isZero();
        assertThat(metrics.macroF1().reason()).contains("no row has one of these classes");
        assertThat(metrics.anyFailure().averagePrecision().reason()).contains("there are no rows");
        assertThat(metrics.anyFailure().brier().reason()).contains("there are no rows");
        assertThat(metrics.anyFailure().calibrationError().reason()).contains("there are no rows");
    }

    @Test
    void oneClassGivesReasonsAndNoNumbers() {
        RowMetrics metrics = metrics(List.of(row("none", 0.8, 0.1, 0.1), row("none", 0.9, 0.1, 0.0)));

        assertThat(metrics.anyFailure().averagePrecision().reason()).contains("none of the 2 rows is positive");
        assertThat(metrics.anyFailure().brierSkill().reason())
                .contains("0 of 2 (0.0 %) rows are positive: the prevalence alone makes no error to improve on");
        assertThat(metrics.anyFailure().brier().value().orElseThrow()).isCloseTo(0.025, within(1e-12));
    }

    @Test
    void rowsWithoutLabelOrScoresAreCountedApart() {
        RowMetrics metrics = metrics(List.of(
                row("none", 0.8, 0.1, 0.1),
                RowFactory.create(null, new Double[] {1.0, 0.0, 0.0}),
                RowFactory.create("comp1", null),
                RowFactory.create(null, null)));

        assertThat(metrics.rows()).isEqualTo(1);
        assertThat(metrics.unlabelled()).isEqualTo(2);
        assertThat(metrics.unscored()).isEqualTo(1);
    }

    @Test
    void unknownLabelIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metrics(List.of(row("comp9", 0.8, 0.1, 0.1))))
                .withMessage("1 rows have a label that is none of the classes [none, comp1, comp2]. "
                        + "Filter them or name the class.");
    }

    @Test
    void scoresThatAreNotOneNumberPerClassAreRefused() {
        for (Row bad : List.of(
                row("none", 0.8, 0.2),
                row("none", 0.8, Double.NaN, 0.2),
                RowFactory.create("none", new Double[] {0.8, null, 0.2}))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> metrics(List.of(bad)))
                    .withMessage("1 rows have scores that are not 3 numbers, one for each of the classes "
                            + "[none, comp1, comp2].");
        }
    }

    @Test
    void partitioningChangesNothing() {
        List<Row> rows = randomRows(200, 3).stream().map(RowEvaluationTest::row).toList();
        Dataset<Row> data = spark.createDataFrame(rows, SCHEMA);

        RowMetrics one = RowEvaluation.of(data.coalesce(1), CLASSES, "label", "class_scores")
                .metrics();
        RowMetrics seven = RowEvaluation.of(data.repartition(7), CLASSES, "label", "class_scores")
                .metrics();

        assertThat(seven.confusion()).isEqualTo(one.confusion());
        assertThat(seven.anyFailure().averagePrecision())
                .isEqualTo(one.anyFailure().averagePrecision());
    }

    private static void assertQuality(ScoreQuality quality, List<RowOracle.Point> points) {
        double brier = RowOracle.brier(points);
        double prevalence = points.stream().filter(RowOracle.Point::hit).count() / (double) points.size();
        assertNumber(quality.averagePrecision(), RowOracle.averagePrecision(points));
        assertNumber(quality.brier(), brier);
        assertNumber(quality.brierSkill(), 1 - brier / (prevalence * (1 - prevalence)));
        assertNumber(quality.calibrationError(), RowOracle.calibrationError(points));
        assertNumber(quality.prevalence().value(), prevalence);
    }

    private static void assertNumber(Metric metric, double expected) {
        assertThat(metric.value().orElseThrow()).isCloseTo(expected, within(1e-12));
    }

    private RowMetrics metrics(List<Row> rows) {
        return RowEvaluation.of(spark.createDataFrame(rows, SCHEMA), CLASSES, "label", "class_scores")
                .metrics();
    }

    private static Row row(RowOracle.Scored scored) {
        return RowFactory.create(CLASSES.get(scored.actual()), scored.scores().toArray());
    }

    private static Row row(String label, double... scores) {
        return RowFactory.create(label, DoubleStream.of(scores).boxed().toArray());
    }

    /** Sixteenths: exact in binary, and full of ties. */
    private static List<RowOracle.Scored> randomRows(int size, long seed) {
        Random random = new Random(seed);
        List<RowOracle.Scored> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int first = random.nextInt(17);
            int second = random.nextInt(17 - first);
            int actual = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
            rows.add(new RowOracle.Scored(actual, List.of(first / 16.0, second / 16.0, (16 - first - second) / 16.0)));
        }
        return rows;
    }

    /** Ten forecasts of 0.25 with 2 hits and ten of 0.75 with 9: by hand 0.0025 + 0.0225 over 2, 0.175 squared, 0.55 * 0.45. */
    @Test
    void brierScoreFallsIntoMurphysParts() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double score = i < 10 ? 0.25 : 0.75;
            boolean hit = i < 10 ? i < 2 : i < 19;
            rows.add(RowFactory.create(hit ? "comp1" : "none", new double[] {1 - score, score, 0}));
        }
        ScoreQuality quality = metrics(rows).components().get(0);
        BrierParts parts = quality.brierParts();

        assertThat(number(parts.reliability())).isCloseTo((0.05 * 0.05 + 0.15 * 0.15) / 2, within(1e-12));
        assertThat(number(parts.resolution())).isCloseTo(0.35 * 0.35, within(1e-12));
        assertThat(number(parts.uncertainty())).isCloseTo(0.55 * 0.45, within(1e-12));
        assertThat(number(parts.within())).isCloseTo(0, within(1e-12));
        assertThat(number(quality.brier()))
                .isCloseTo(
                        number(parts.reliability()) - number(parts.resolution()) + number(parts.uncertainty()),
                        within(1e-12));
    }

    private static double number(Metric metric) {
        return metric.value().orElseThrow();
    }
}
