package io.github.pdmspark.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.report.table.TableView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Instant START = Instant.parse("2015-01-01T00:00:00Z");

    @Test
    void barsStartAtZeroAndKeepProportion() {
        String svg = BarChart.of("Which?", "rows", new TreeMap<>(Map.of("a", 90, "b", 99)))
                .svg()
                .toString();

        double[] heights = Pattern.compile("height=\"([0-9.]+)\" fill=\"var\\(--pdm-1")
                .matcher(svg)
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .toArray();
        assertThat(heights).hasSize(2);
        assertThat(heights[0] / heights[1]).isBetween(0.908, 0.910);
        assertThat(svg).contains(">0</text>");
    }

    @Test
    void stackedBarsAddUp() {
        BarChart chart = BarChart.grouped("?", "rows", List.of("a"), List.of(Series.of("x", 30), Series.of("y", 60)))
                .stacked();

        assertThat(chart.ticks(5).high()).isGreaterThanOrEqualTo(90);
        assertThat(chart.summary()).isEqualTo("Bars: 1 categories; largest is a with 90 rows.");
    }

    @Test
    void missingValuesAreADashInTheTableAndNoBar() {
        BarChart chart = BarChart.grouped("?", "rows", List.of("a", "b"), List.of(Series.of("x", 1, Double.NaN)));

        assertThat(chart.table())
                .isEqualTo(TableView.of("", "x").withRow("a", 1L).withRow("b", null));
        assertThat(chart.svg().toString()).contains("\u2013</text>");
    }

    @Test
    void missingValueInterruptsALine() {
        List<Point> points = List.of(
                Point.of(0, 1),
                Point.of(1, 2),
                Point.of(2, Double.NaN),
                Point.of(3, 1),
                Point.of(4, 2),
                Point.of(5, 3));
        String svg = LineChart.of("?", XAxis.number("x"), Facet.of("y", Line.of("a", points)))
                .svg()
                .toString();

        assertThat(Pattern.compile("<path d=\"M").matcher(svg).results()).hasSize(2);
    }

    @Test
    void bandIsShadedAndInTheTable() {
        LineChart chart = LineChart.of(
                "?", XAxis.number("x"), Facet.of("y", Line.of("a", List.of(Point.banded(0, 1, 0, 2), Point.of(1, 1)))));

        assertThat(chart.svg().toString()).contains("fill-opacity=\"0.2\"");
        assertThat(chart.table().headers()).containsExactly("panel", "line", "x", "value", "low", "high");
    }

    @Test
    void timeAxisOfAMonthReadsAsDates() {
        Ticks ticks = ticks(Duration.ofDays(31));

        assertThat(ticks.labels()).containsExactly("Jan 1", "Jan 6", "Jan 11", "Jan 16", "Jan 21", "Jan 26", "Jan 31");
    }

    @Test
    void timeAxisOfADayReadsAsHoursAndMidnightAsDate() {
        assertThat(ticks(Duration.ofHours(24)).labels())
                .containsExactly("Jan 1", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "Jan 2");
        assertThat(ticks(Duration.ofSeconds(60)).labels()).contains("00:00:15");
    }

    @Test
    void timeAxisOfYearsNamesTheYears() {
        assertThat(ticks(Duration.ofDays(366)).labels())
                .containsExactly("2015", "Mar", "May", "Jul", "Sep", "Nov", "2016");
        assertThat(ticks(Duration.ofDays(4_000)).labels()).containsExactly("2016", "2018", "2020", "2022", "2024");
    }

    @Test
    void binsAreNamedByTheirEdgesWhileThereIsRoom() {
        assertThat(histogram(4))
                .contains(">12</text>", ">18</text>", ">24</text>")
                .doesNotContain(">15</text>");
        assertThat(histogram(60)).contains(">100</text>").doesNotContain(">18</text>");
    }

    private static String histogram(int bins) {
        List<Double> edges =
                IntStream.rangeClosed(0, bins).mapToObj(i -> 12.0 + 6 * i).toList();
        return new Histogram("?", "hours", "failures", edges, List.of(new Series("a", edges.subList(0, bins))))
                .svg()
                .toString();
    }

    @Test
    void firstColumnOfAHeatMapIsNotCut() {
        List<String> weeks =
                IntStream.range(10, 60).mapToObj(i -> "2014-12-" + i).toList();
        String svg = new HeatMap("?", "rows", List.of("a"), weeks, List.of(Collections.nCopies(50, 1.0)))
                .svg()
                .toString();

        double x = Pattern.compile("<text x=\"([0-9.]+)\"[^>]*>2014-12-10<")
                .matcher(svg)
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .findFirst()
                .orElseThrow();
        assertThat(x).isGreaterThanOrEqualTo(TextWidth.of("2014-12-10") / 2);
    }

    @Test
    void partsOfAnInterruptedLineAreEquallyThick() {
        List<Point> points = new ArrayList<>();
        IntStream.range(0, 600).forEach(i -> points.add(Point.of(i, i == 500 ? Double.NaN : i % 7)));
        String svg = LineChart.of("?", XAxis.number("x"), Facet.of("y", Line.of("a", points)))
                .svg()
                .toString();

        assertThat(Pattern.compile("<path [^>]*stroke-width=\"([0-9.]+)\"")
                        .matcher(svg)
                        .results()
                        .map(match -> match.group(1)))
                .containsExactly("1", "1");
    }

    @Test
    void numberTicksAreRound() {
        assertThat(Ticks.widened(0, 0.97, 5).labels()).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(Ticks.widened(0, 41_234, 5).labels())
                .containsExactly("0", "10,000", "20,000", "30,000", "40,000", "50,000");
        assertThat(Ticks.widened(7, 7, 5).labels()).hasSizeGreaterThan(1);
        assertThat(Ticks.widened(-0.004, 0.001, 4).low()).isLessThanOrEqualTo(-0.004);
    }

    @Test
    void longNamesLoseTheirMiddle() {
        assertThat(TextWidth.fitted("hours_since_replacement_of_component_13", 150))
                .startsWith("hours_sin")
                .endsWith("onent_13")
                .contains("\u2026");
        assertThat(TextWidth.fitted("comp1", 150)).isEqualTo("comp1");
    }

    @Test
    void timelineDrawsIntervalsAndMomentsByKind() {
        Interval alarm = new Interval(START, START.plusSeconds(3600), "alarm");
        Timeline chart = new Timeline(
                "?",
                List.of(new Lane("comp1", List.of(alarm), List.of(new Moment(START.plusSeconds(7200), "failure")))));

        assertThat(chart.svg().toString()).contains("var(--pdm-1", "<polygon", ">alarm</text>", ">failure</text>");
        assertThat(chart.table().rows())
                .containsExactly(
                        List.of("comp1", "alarm", START, START.plusSeconds(3600)),
                        new ArrayList<>(Arrays.asList("comp1", "failure", START.plusSeconds(7200), null)));
    }

    @Test
    void heatMapShadesFromZeroToTheLargest() {
        String svg = new HeatMap("?", "rows", List.of("a"), List.of("x", "y"), List.of(List.of(0.0, 10.0)))
                .svg()
                .toString();

        assertThat(svg)
                .contains("fill-opacity=\"1\"><title>a, y: 10</title>")
                .contains("fill-opacity=\"0.06\"><title>a, x: 0</title>");
    }

    private static Ticks ticks(Duration length) {
        return XAxis.time().ticks(XAxis.position(START), XAxis.position(START.plus(length)), 600);
    }
}
