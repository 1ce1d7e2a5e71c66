package io.github.pdmspark.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartGuardsTest {

    private static final Instant NOON = Instant.parse("2015-01-01T12:00:00Z");

    @Test
    void moreThanFiveThousandPointsAreRefused() {
        assertThatNoException().isThrownBy(() -> line(5_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(5_001))
                .withMessage(
                        "Chart 'How much?' has 5001 points, more than 5000. Aggregate in Spark first, for example by"
                                + " day, or draw fewer series.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BarChart.grouped("How much?", "", names(5_001), List.of(new Series("a", numbers(5_001)))))
                .withMessageContaining("5001 points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatMap("How much?", "", List.of("a"), names(5_001), List.of(numbers(5_001))))
                .withMessageContaining("5001 points");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Histogram("How much?", "", "", numbers(5_001), List.of(new Series("a", numbers(5_000)))))
                .withMessageContaining("5001 points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeline(
                        "How much?",
                        List.of(Lane.moments(
                                "a",
                                IntStream.range(0, 5_001)
                                        .mapToObj(i -> new Moment(NOON.plusSeconds(i), "error"))
                                        .toList()))))
                .withMessageContaining("5001 points");
    }

    @Test
    void marksCountAsPoints() {
        List<Mark> marks = List.of(Mark.at(NOON, "failure"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(5_000).withMarks(marks))
                .withMessageContaining("5001 points");
    }

    @Test
    void moreColoursThanCanBeToldApartAreRefused() {
        List<Series> nine = names(9).stream().map(name -> Series.of(name, 1)).toList();
        Line[] lines = names(9).stream().map(name -> Line.of(name, List.of())).toArray(Line[]::new);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BarChart.grouped("Which?", "", List.of("a"), nine))
                .withMessageContaining("Chart 'Which?' has 9 colours, more than 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram("Which?", "", "", List.of(0.0, 1.0), nine))
                .withMessageContaining("9 colours");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineChart.of("Which?", XAxis.time(), Facet.of("a", lines)))
                .withMessageContaining("9 colours");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeline(
                        "Which?",
                        List.of(Lane.moments(
                                "a",
                                names(9).stream()
                                        .map(name -> new Moment(NOON, name))
                                        .toList()))))
                .withMessageContaining("9 colours");
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BarChart.grouped("Which?", "", List.of("a", "b"), List.of(Series.of("x", 1))))
                .withMessage("Chart 'Which?': series 'x' has 1 values for 2 categories.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BarChart.of("Which?", "", Map.of("a", -1)).stacked())
                .withMessageContaining("stacks negative values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram("Which?", "", "", List.of(1.0, 1.0), List.of()))
                .withMessageContaining("bin edges must rise, but 1.0 follows 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram("Which?", "", "", List.of(1.0, 2.0), List.of(Series.of("x", -1))))
                .withMessageContaining("series 'x' needs 1 counts, none below zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatMap("Which?", "", List.of("a"), List.of("b"), List.of()))
                .withMessageContaining("has 1 x 1 names, but its values are 0 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(NOON, NOON, "alarm"))
                .withMessageContaining("Interval 'alarm' must end after it starts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Point.of(Double.NaN, 1))
                .withMessageContaining("is not finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Point.banded(0, 1, 2, 1))
                .withMessageContaining("upside down");
    }

    @Test
    void largestAllowedChartIsDrawn() {
        assertThat(line(5_000).svg().toString()).contains("<path");
    }

    private static LineChart line(int points) {
        List<Point> all =
                IntStream.range(0, points).mapToObj(i -> Point.of(i, i)).toList();
        return LineChart.of("How much?", XAxis.number("x"), Facet.of("y", Line.of("a", all)));
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "name" + i).toList();
    }

    private static List<Double> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> (double) i).toList();
    }
}
