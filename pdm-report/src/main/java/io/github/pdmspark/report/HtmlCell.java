package io.github.pdmspark.report;

import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.markup.Element;
import java.util.ArrayList;
import java.util.List;

/** One cell as HTML. */
final class HtmlCell {

    private HtmlCell() {}

    static Element of(Cell cell, String anchor) {
        Element content = Element.of("section").with("id", anchor);
        if (cell instanceof Cell.Section section) {
            return Element.of("h2").with("id", anchor).text(section.heading());
        } else if (cell instanceof Cell.Text text) {
            content.add(number(text.number())).addAll(paragraphs(text.text()));
        } else if (cell instanceof Cell.Code code) {
            Element block = Element.of("pre").with("class", "scroll").with("tabindex", "0");
            content.add(number(code.number())).add(block.add(Element.of("code").text(code.code())));
        } else if (cell instanceof Cell.Table table) {
            content.add(number(table.number()))
                    .add(Element.of("h3").text(table.title()))
                    .add(table.table().html());
        } else if (cell instanceof Cell.Picture picture) {
            content.add(number(picture.number())).add(figure(picture.chart()));
        }
        return content;
    }

    private static Element number(int number) {
        return Element.of("span").with("class", "count").text("[" + number + "]");
    }

    private static Element figure(Chart chart) {
        Element picture = Element.of("div")
                .with("class", "chart scroll")
                .with("tabindex", "0")
                .add(chart.svg());
        Element numbers = Element.of("details")
                .add(Element.of("summary").text("Numbers behind this chart"))
                .add(chart.table().html());
        return Element.of("figure")
                .add(Element.of("figcaption").text(chart.question()))
                .add(picture)
                .add(numbers);
    }

    private static List<Element> paragraphs(String text) {
        List<Element> paragraphs = new ArrayList<>();
        for (String block : text.split("\\R\\s*\\R", -1)) {
            paragraphs.addAll(paragraph(block));
        }
        return paragraphs;
    }

    /** Lines before the first {@code "- "} are a paragraph, the others items; an item may go on in the next line. */
    private static List<Element> paragraph(String block) {
        StringBuilder words = new StringBuilder();
        List<String> items = new ArrayList<>();
        for (String line : block.split("\\R", -1)) {
            String stripped = line.strip();
            if (stripped.startsWith("- ")) {
                items.add(stripped.substring(2));
            } else if (items.isEmpty()) {
                words.append(words.isEmpty() ? "" : "\n").append(stripped);
            } else {
                items.set(items.size() - 1, items.get(items.size() - 1) + " " + stripped);
            }
        }
        List<Element> parts = new ArrayList<>();
        if (!words.isEmpty()) {
            parts.add(Element.of("p").text(words.toString()));
        }
        if (!items.isEmpty()) {
            Element list = Element.of("ul");
            items.forEach(item -> list.add(Element.of("li").text(item)));
            parts.add(list);
        }
        return parts;
    }
}
