package io.github.pdmspark.report;

import io.github.pdmspark.report.chart.Theme;
import io.github.pdmspark.report.markup.Element;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** A notebook as one HTML page. */
final class Page {

    private static final String STYLE = "report.css";

    private Page() {}

    static String of(String title, List<Cell> cells) {
        Element head = Element.of("head")
                .add(Element.of("meta").with("charset", "utf-8"))
                .add(Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"))
                .add(Element.of("meta").with("name", "color-scheme").with("content", "light dark"))
                .add(Element.of("title").text(title))
                .add(Element.of("style").text(style()));
        Element main = Element.of("main").add(Element.of("h1").text(title));
        main.addAll(contents(cells));
        IntStream.range(0, cells.size()).forEach(i -> main.add(HtmlCell.of(cells.get(i), anchor(i))));
        return "<!DOCTYPE html>\n"
                + Element.of("html")
                        .with("lang", "en")
                        .add(head)
                        .add(Element.of("body").add(main));
    }

    private static List<Element> contents(List<Cell> cells) {
        Element list = Element.of("ul");
        int sections = 0;
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Cell.Section section) {
                Element link = Element.of("a").with("href", "#" + anchor(i)).text(section.heading());
                list.add(Element.of("li").add(link));
                sections++;
            }
        }
        Element navigation = Element.of("nav").with("aria-label", "Contents").add(list);
        return sections < 2 ? List.of() : List.of(navigation);
    }

    private static String anchor(int index) {
        return "cell-" + (index + 1);
    }

    private static String style() {
        try (InputStream style = Page.class.getResourceAsStream(STYLE)) {
            if (style == null) {
                throw new IllegalStateException(STYLE + " is missing next to " + Page.class.getName()
                        + ". The jar of pdm-report is incomplete: build or fetch it again.");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("--pdm-light:0;", Theme.light())
                    .replace("--pdm-dark:0;", Theme.dark());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + STYLE + ".", e);
        }
    }
}
