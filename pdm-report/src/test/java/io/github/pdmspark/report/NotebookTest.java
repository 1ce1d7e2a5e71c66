package io.github.pdmspark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.XAxis;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotebookTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Notebook notebook = Gallery.notebook(new PrintStream(printed, true, StandardCharsets.UTF_8));
    private final String html = notebook.html();

    @Test
    void galleryIsWrittenForLookingAt() {
        Path file = notebook.writeHtml(Path.of("target", "gallery.html"));

        assertThat(file).content().isEqualTo(html);
        assertThat(console()).contains("Report: " + file);
        assertThat(html.length()).isLessThan(2_000_000);
    }

    @Test
    void everyNumberedCellIsOnTheConsoleAndInThePage() {
        assertThat(notebook.cellCount()).isEqualTo(21);
        IntStream.rangeClosed(1, notebook.cellCount()).forEach(number -> {
            assertThat(html).contains(">[" + number + "]<");
            assertThat(console()).contains("[" + number + "] ");
        });
    }

    @Test
    void consoleShowsTablesAlignedAndChartsAsOneLine() {
        assertThat(console())
                .contains("What can the report draw?\n=========================")
                .contains("## Bars")
                .containsPattern("(?m)^ {4}telemetry {30}876,100  0.988  2015-01-01 06:00  2016-01-01 06:00  1h$")
                .containsPattern("(?m)^ {4}errors of <script>alert\\('x'\\)</script> {4}3,919  0.500  .* - +-$")
                .contains("    (no rows)")
                .contains("    [chart] Bars: 4 categories; largest is comp2 with 259 failures.");
    }

    @Test
    void hostileNamesStayText() {
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(");
        assertThat(attributes()).noneMatch(attribute -> attribute.contains("<"));
    }

    @Test
    void pageNeedsNoNetworkAndNoScript() {
        assertThat(html)
                .doesNotContainPattern("(?i)(src|href)=\"(?!#)")
                .doesNotContainPattern("(?i)@import|url\\(|javascript:|\\son[a-z]+=")
                .doesNotContain("<link", "<iframe", "<object");
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
    }

    @Test
    void everyChartHasATitleADescriptionAndItsNumbers() {
        long charts = count("<svg ");

        assertThat(charts).isEqualTo(17);
        assertThat(
                        count(
                                "<svg xmlns=\"http://www.w3.org/2000/svg\" [^>]*role=\"img\"[^>]*><title>[^<]+</title>\n<desc>[^<]+</desc>"))
                .isEqualTo(charts);
        assertThat(count("<summary>Numbers behind this chart</summary>")).isEqualTo(charts);
        assertThat(count("<figcaption>[^<]+\\?</figcaption>")).isEqualTo(charts);
    }

    @Test
    void pageFollowsLightAndDarkAndPrints() {
        assertThat(html)
                .contains("prefers-color-scheme: dark", "@media print", "--pdm-1:#0072b2", "--pdm-1:#4da3e0")
                .contains("name=\"viewport\"")
                .contains("<div class=\"scroll\" tabindex=\"0\"><table>");
    }

    @Test
    void textKnowsParagraphsAndLists() {
        assertThat(html)
                .contains(
                        "<p>One hundred machines, one year. The fleet is simulated, so the truth is known.\nA line goes on.</p>")
                .contains("<ul><li>first item</li>")
                .contains("that goes on in the next line</li>");
    }

    @Test
    void markupIsWellFormed() throws Exception {
        String page = html.replace("<!DOCTYPE html>", "").replaceAll("<(meta[^>]*)>", "<$1/>");

        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(page)))
                        .getElementsByTagName("section")
                        .getLength())
                .isEqualTo(notebook.cellCount());
    }

    @Test
    void samePictureTwice() {
        Notebook again = Gallery.notebook(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

        assertThat(again.html()).isEqualTo(html);
    }

    @Test
    void sectionsAreLinkedAtTheTop() {
        assertThat(html)
                .contains("<a href=\"#cell-1\">Text, code and tables</a>")
                .contains("<h2 id=\"cell-1\">");
    }

    @Test
    void unwritableFileIsNamed(@TempDir Path folder) throws Exception {
        Path taken = Files.createFile(folder.resolve("taken"));

        assertThatThrownBy(() -> notebook.writeHtml(taken.resolve("report.html")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Cannot write the report to " + taken);
    }

    @Test
    void svgFileStandsAlone() throws Exception {
        Chart chart = LineChart.of("Is an <empty> chart a file, too?", XAxis.time());

        assertThat(chart.svgFile())
                .contains("prefers-color-scheme:dark", "Is an &lt;empty&gt; chart a file, too?", "No data");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svgFile())));
    }

    private String console() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private long count(String pattern) {
        return Pattern.compile(pattern).matcher(html).results().count();
    }

    private Stream<String> attributes() {
        return Pattern.compile("\"[^\"<>]*<[^\"]*\"")
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .filter(text -> !text.contains(">"));
    }
}
