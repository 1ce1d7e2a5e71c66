package io.github.pdmspark.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class ImputationTest {

    private static final List<String> FEATURES = List.of("a", "b.c", "never");

    private final SparkSession spark;
    private final Dataset<Row> training;

    ImputationTest(SparkSession spark) {
        this.spark = spark;
        training = spark.sql("select * from values ('m1', 1.0D, 10.0D, cast(null as double)), ('m2', 2.0D, null, null),"
                + " ('m3', 3.0D, double('NaN'), null), ('m4', 6.0D, double('Infinity'), double('NaN'))"
                + " as t(machine_id, a, `b.c`, never)");
    }

    @Test
    void meansFillAndIndicatorsTell() {
        Dataset<Row> filled = Imputation.fit(training, FEATURES).apply(training);

        DatasetAssert.assertThat(filled)
                .hasColumns("machine_id", "a", "b.c", "never", "b.c_was_missing", "imputed")
                .hasSameRowsAs(spark.sql("select * from values ('m1', 1.0D, 10.0D, 0.0D, 0.0D, 1),"
                        + " ('m2', 2.0D, 10.0D, 0.0D, 1.0D, 2), ('m3', 3.0D, 10.0D, 0.0D, 1.0D, 2),"
                        + " ('m4', 6.0D, 10.0D, 0.0D, 1.0D, 2)"
                        + " as t(machine_id, a, `b.c`, never, `b.c_was_missing`, imputed)"));
    }

    /** Of 1, 2, 3 and 6: mean 3, squares 4 + 1 + 0 + 9 over 3. */
    @Test
    void usualValuesAreMeansAndSampleDeviationsOfTheValuesThatAreThere() {
        UsualValues usual = FittedFeatures.fit(training, FEATURES).usual();

        assertThat(usual.features())
                .containsExactly(
                        new UsualValue("a", 3, 2.160247), new UsualValue("b.c", 10, 0), new UsualValue("never", 0, 0));
        assertThat(usual.of("b.c")).contains(new UsualValue("b.c", 10, 0));
    }

    @Test
    void rowFillingGivesTheNumbersOfTheColumns() {
        Imputation imputation = Imputation.fit(training, FEATURES);
        RowFilling filling = RowFilling.of(imputation.fills());
        double[] filled = new double[filling.outputs()];

        assertThat(filling.fill(new double[] {2, Double.NEGATIVE_INFINITY, Double.NaN}, filled))
                .isEqualTo(2);
        assertThat(filled).containsExactly(2, 10, 0, 1);
        assertThat(filling.fill(new double[] {2, 5, 77}, filled)).isZero();
        assertThat(filled).containsExactly(2, 5, 0, 0);
        assertThat(filling.feature(3)).isEqualTo(1);
    }

    @Test
    void outputsNameWhatTheModelReads() {
        Imputation imputation = Imputation.fit(training, FEATURES);

        assertThat(imputation.features()).isEqualTo(FEATURES);
        assertThat(imputation.outputs()).containsExactly("a", "b.c", "never", "b.c_was_missing");
        assertThat(imputation.notes()).singleElement().asString().contains("'never'", "4 training rows");
    }

    @Test
    void featureWithoutAnyTrainingValueStaysConstantAtScoring() {
        Dataset<Row> later = spark.sql("select 1.0D as a, 1.0D as `b.c`, 77.0D as never");

        Row row = Imputation.fit(training, FEATURES).apply(later).first();

        assertThat(row.<Double>getAs("never")).isEqualTo(0.0);
        assertThat(row.<Integer>getAs("imputed")).isZero();
    }

    @Test
    void completeFeatureThatIsMissingAtScoringIsFilledWithoutIndicator() {
        Dataset<Row> later = spark.sql("select cast(null as double) as a, 1.0D as `b.c`, 77.0D as never");

        Row row = Imputation.fit(training, FEATURES).apply(later).first();

        assertThat(row.<Double>getAs("a")).isEqualTo(3.0);
        assertThat(row.<Integer>getAs("imputed")).isEqualTo(1);
    }

    @Test
    void orderOfRowsDoesNotChangeTheFillValue() {
        Dataset<Row> rows = spark.range(0, 10_000, 1, 7).selectExpr("1e9 * rand(5) as x", "id");

        Imputation one = Imputation.fit(rows.orderBy("id").coalesce(1), List.of("x"));
        Imputation other = Imputation.fit(rows.orderBy("x").repartition(5), List.of("x"));

        assertThat(one).isEqualTo(other);
        assertThat(one.fills().get(0).value()).isBetween(4.8e8, 5.2e8);
    }

    @Test
    void hugeValuesStillGiveAFiniteFill() {
        Dataset<Row> rows = spark.sql("select * from values (1.7e308D), (1.7e308D) as t(x)");

        assertThat(Imputation.fit(rows, List.of("x")).fills().get(0).value()).isFinite();
    }

    @Test
    void textFormComesBackEqual() {
        Imputation imputation = Imputation.fit(training, FEATURES);

        assertThat(Imputation.fromJson(imputation.toJson())).isEqualTo(imputation);
        assertThatThrownBy(() -> Imputation.fromJson("{\"fills\":[{\"feature\":\"a\"}]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not an imputation");
    }

    @Test
    void everyUnfitColumnIsNamed() {
        Dataset<Row> rows = spark.sql("select 'x' as a, 1.0D as `b.c`");

        assertThatThrownBy(() -> Imputation.fit(training, FEATURES).apply(rows))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("PDM_COLUMN_TYPE Feature column 'a' is string")
                .hasMessageContaining("PDM_COLUMN_NOT_FOUND The rows have no feature column 'never'");
    }

    @Test
    void namesThatCollideWithIndicatorsAreRefused() {
        List<Fill> fills = List.of(new Fill("a", 0, 1, 1), new Fill("A_was_missing", 0, 1, 0));

        assertThatThrownBy(() -> new Imputation(fills))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a_was_missing'");
    }
}
