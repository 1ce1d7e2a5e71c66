package io.github.pdmspark.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableViewTest {

    private static final Instant TIME = Instant.parse("2015-01-01T06:00:00Z");

    @Test
    void numbersOfAColumnShareTheirDecimals() {
        assertThat(column(0.98765, 0.5, 1.0)).containsExactly("0.988", "0.500", "1.000");
        assertThat(column(169.733809, 8.1, 1)).containsExactly("169.7", "8.1", "1");
        assertThat(column(0.24, 11_688.0)).containsExactly("0.24", "11,688.00");
        assertThat(column(12.0, 7.0)).containsExactly("12", "7");
        assertThat(column(0.00123, 0.00456)).containsExactly("0.00123", "0.00456");
        assertThat(column(0.00000123, 0.5)).containsExactly("1.23e-06", "0.500");
    }

    @Test
    void thousandsAreSetApartInTheWholeColumnOnceOneIsLong() {
        assertThat(column(2015, 1000)).containsExactly("2015", "1000");
        assertThat(column(876_100L, 1000)).containsExactly("876,100", "1,000");
        assertThat(column(123_456.7, 2_000.5)).containsExactly("123,457", "2,001");
    }

    @Test
    void whatIsNotANumberIsSaid() {
        assertThat(column(Double.NaN, Double.POSITIVE_INFINITY, 1.5)).containsExactly("NaN", "\u221E", "1.500");
        assertThat(column("a", null)).containsExactly("a", "\u2013");
    }

    @Test
    void timesAreUtcAndShowSecondsOnlyWhenNeeded() {
        assertThat(column(TIME, Timestamp.from(TIME))).containsExactly("2015-01-01 06:00", "2015-01-01 06:00");
        assertThat(column(TIME, TIME.plusSeconds(5))).containsExactly("2015-01-01 06:00:00", "2015-01-01 06:00:05");
        assertThat(column(Duration.ofHours(36), Duration.ofDays(7), Duration.ZERO))
                .containsExactly("36h", "7d", "PT0S");
        assertThat(column(List.of("comp1", "comp2"))).containsExactly("comp1, comp2");
    }

    @Test
    void textIsAlignedAndSaysHowManyRowsAreLeftOut() {
        TableView table = TableView.of("name", "rows")
                .withRow("a\nb", 5)
                .withRow("long name", 10)
                .withRow("c", 1);

        assertThat(table.text(2))
                .isEqualTo("name       rows\n---------  ----\na b           5\nlong name    10\n(1 more rows)");
    }

    @Test
    void veryLongCellsAreCutOnTheConsoleOnly() {
        TableView table = TableView.of("name").withRow("x".repeat(100));

        assertThat(table.text(5).lines()).allMatch(line -> line.length() <= 60).anyMatch(line -> line.endsWith("..."));
        assertThat(table.html().toString()).contains("x".repeat(100));
    }

    @Test
    void numbersStandRightInHtml() {
        assertThat(TableView.of("name", "rows")
                        .withRow("<b>", 5)
                        .withNote("a & b")
                        .html()
                        .toString())
                .contains("<th class=\"number\" scope=\"col\">rows</th>")
                .contains("<td>&lt;b&gt;</td>")
                .contains("<td class=\"number\">5</td>")
                .contains("<p class=\"note\">a &amp; b</p>");
    }

    @Test
    void cellLeadsToAPageOfTheSameFolderOnly() {
        assertThat(TableView.of("page")
                        .withRow(new PageLink("scores.html"))
                        .html()
                        .toString())
                .contains("<td><a href=\"scores.html\">scores.html</a>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageLink("javascript:alert(1).html"))
                .withMessageContaining("not the name of a page in the same folder");
        assertThatIllegalArgumentException().isThrownBy(() -> new PageLink("../scores.html"));
    }

    @Test
    void longTextBreaksIntoLines() {
        String text = "rotate mean 36 h is 389.5, 3.4 deviations below the usual of the training rows";

        assertThat(TableView.of("reason").withRow(text).html().toString()).contains("<td class=\"long\">" + text);
    }

    @Test
    void rowOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableView.of("a", "b").withRow(1))
                .withMessage("Row 1 has 1 cells, but the table has 2 columns [a, b].");
    }

    private static List<String> column(Object... values) {
        TableView table = TableView.of("x");
        for (Object value : values) {
            table = table.withRow(value);
        }
        TableView all = table;
        return IntStream.range(0, values.length)
                .mapToObj(row -> all.cell(row, 0))
                .toList();
    }
}
