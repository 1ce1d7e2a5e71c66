package io.github.pdmspark.report.table;

import io.github.pdmspark.report.markup.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as HTML in a box that scrolls by itself. */
final class HtmlTable {

    private static final int LONG = 60;

    private HtmlTable() {}

    static Element of(TableView table) {
        List<ColumnFormat> formats = table.formats();
        Element head = Element.of("tr");
        for (int i = 0; i < formats.size(); i++) {
            head.add(cell("th", formats.get(i))
                    .with("scope", "col")
                    .text(table.headers().get(i)));
        }
        Element body = Element.of("tbody");
        for (List<?> row : table.rows()) {
            Element line = Element.of("tr");
            for (int i = 0; i < formats.size(); i++) {
                line.add(cell(formats.get(i), row.get(i)));
            }
            body.add(line);
        }
        Element box = Element.of("div")
                .with("class", "scroll")
                .with("tabindex", "0")
                .add(Element.of("table").add(Element.of("thead").add(head)).add(body));
        return Element.of("div").add(box).addAll(notes(table));
    }

    private static Element cell(ColumnFormat format, @Nullable Object value) {
        String text = format.text(value);
        Element cell = cell("td", format);
        if (value instanceof PageLink link) {
            return cell.add(Element.of("a").with("href", link.file()).text(link.file()));
        }
        return text.length() > LONG ? cell.with("class", "long").text(text) : cell.text(text);
    }

    private static Element cell(String name, ColumnFormat format) {
        Element cell = Element.of(name);
        return format.isNumeric() ? cell.with("class", "number") : cell;
    }

    private static List<Element> notes(TableView table) {
        String note = table.rows().isEmpty() && table.note().isEmpty() ? "No rows." : table.note();
        return note.isEmpty()
                ? List.of()
                : List.of(Element.of("p").with("class", "note").text(note));
    }
}
