package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;
import java.util.ArrayList;
import java.util.List;

/** A chart as a file of its own: background, question, picture. */
final class SvgFile {

    private static final double MARGIN = 16;
    private static final double LARGER = 1.2;

    private SvgFile() {}

    static String of(Chart chart) {
        List<String> lines = wrapped(chart.question());
        double pictureTop = MARGIN + lines.size() * 22 + 4;
        Element picture = chart.svg();
        double height = heightOf(picture);
        Element file = Element.of("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with(
                        "viewBox",
                        "0 0 " + Element.decimal(Canvas.WIDTH + 2 * MARGIN) + " "
                                + Element.decimal(pictureTop + height + MARGIN))
                .with("class", "pdm")
                .add(Element.of("style").text(style()))
                .add(Element.of("rect")
                        .with("width", "100%")
                        .with("height", "100%")
                        .with("fill", "var(--pdm-page, #ffffff)"));
        for (int i = 0; i < lines.size(); i++) {
            file.add(Element.of("text")
                    .with("x", MARGIN)
                    .with("y", MARGIN + 16 + i * 22)
                    .with("fill", "currentColor")
                    .with("font-family", Canvas.FONT)
                    .with("font-size", "16")
                    .with("font-weight", "600")
                    .text(lines.get(i)));
        }
        picture.with("x", MARGIN)
                .with("y", pictureTop)
                .with("width", Canvas.WIDTH)
                .with("height", height);
        return file.add(picture).toString();
    }

    private static double heightOf(Element picture) {
        String[] box = picture.attribute("viewBox").split(" ", -1);
        return Double.parseDouble(box[3]);
    }

    private static String style() {
        return ".pdm{color:#1d2126;--pdm-page:#ffffff;" + Palette.light()
                + "} @media (prefers-color-scheme:dark){.pdm{color:#e6e8ea;--pdm-page:#16191d;" + Palette.dark()
                + "}}";
    }

    private static List<String> wrapped(String question) {
        List<String> lines = new ArrayList<>(List.of(""));
        for (String word : question.split(" ", -1)) {
            String last = lines.get(lines.size() - 1);
            String longer = last.isEmpty() ? word : last + " " + word;
            if (last.isEmpty() || TextWidth.of(longer) * LARGER <= Canvas.WIDTH) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }
}
