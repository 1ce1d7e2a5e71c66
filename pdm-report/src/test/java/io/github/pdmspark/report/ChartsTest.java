package io.github.pdmspark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.report.chart.HeatMap;
import io.github.pdmspark.report.chart.Histogram;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.Point;
import io.github.pdmspark.report.chart.Series;
import io.github.pdmspark.report.chart.Timeline;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
class ChartsTest {

    private final SparkSession spark;

    ChartsTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void barsKeepTheOrderOfTheRows() {
        BarChart chart = Charts.bars("Which?", "errors", values("('error2', 5), ('error1', 3)"));

        assertThat(chart.categories()).containsExactly("error2", "error1");
        assertThat(chart.series()).containsExactly(Series.of("errors", 5, 3));
    }

    @Test
    void missingBarOfOneColourIsNoValue() {
        BarChart chart = Charts.bars("Which?", "rows", values("('a', 'red', 1D), ('b', 'red', 2D), ('b', 'blue', 3D)"));

        assertThat(chart.series()).containsExactly(Series.of("red", 1, 2), Series.of("blue", Double.NaN, 3));
    }

    @Test
    void binsWithoutRowsCountZero() {
        Histogram chart = Charts.histogram(
                "How old?", "age, years", "machines", 2, values("(0, 'm1', 4), (6, 'm1', 1), (2, 'm2', 7)"));

        assertThat(chart.edges()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0);
        assertThat(chart.series()).containsExactly(Series.of("m1", 4, 0, 0, 1), Series.of("m2", 0, 7, 0, 0));
    }

    @Test
    void linesHaveTimesNumbersGapsAndBands() {
        LineChart times = Charts.lines(
                "When?",
                XAxis.time(),
                values("('p', 'l', timestamp'2015-01-01 00:00:00', 1D), ('q', 'l', timestamp'2015-01-01 01:00:00',"
                        + " null)"));
        LineChart bands = Charts.lines(
                "How far?", XAxis.number("hours"), values("('p', 'l', -3, 1D, 0D, 2D), ('p', 'l', 0, 1D, null, null)"));

        assertThat(times.facets()).extracting("name").containsExactly("p", "q");
        assertThat(times.facets().get(0).lines().get(0).points())
                .containsExactly(Point.at(Instant.parse("2015-01-01T00:00:00Z"), 1));
        assertThat(times.facets().get(1).lines().get(0).points().get(0).y()).isNaN();
        assertThat(bands.facets().get(0).lines().get(0).points())
                .containsExactly(Point.banded(-3, 1, 0, 2), Point.of(0, 1));
    }

    @Test
    void pairWithoutARowHasNoShade() {
        HeatMap chart = Charts.heatMap("Where?", "share", values("('m1', 'w1', 1D), ('m2', 'w2', 0.5D)"));

        assertThat(chart.values().get(0)).containsExactly(1.0, Double.NaN);
        assertThat(chart.values().get(1)).containsExactly(Double.NaN, 0.5);
    }

    @Test
    void laneHasIntervalsAndMoments() {
        Timeline chart = Charts.timeline(
                "When?",
                values("('m1', 'label', timestamp'2015-01-01 00:00:00', timestamp'2015-01-02 00:00:00'), "
                        + "('m1', 'failure', timestamp'2015-01-02 00:00:00', null)"));

        assertThat(chart.lanes()).hasSize(1);
        assertThat(chart.lanes().get(0).intervals()).hasSize(1);
        assertThat(chart.lanes().get(0).moments()).hasSize(1);
    }

    @Test
    void tooManyRowsAreRefused() {
        Dataset<Row> many = spark.range(5_001).selectExpr("cast(id as string)", "id");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.bars("All?", "rows", many))
                .withMessage(
                        "Chart 'All?' has more than 5000 points. Aggregate in Spark first, for example by day, or draw"
                                + " fewer series.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.histogram("All?", "x", "rows", 0.001, values("(0D, 1), (1000D, 1)")))
                .withMessageContaining("Choose wider bins than 0.001.");
    }

    private Dataset<Row> values(String rows) {
        return spark.sql("select * from values " + rows);
    }
}
