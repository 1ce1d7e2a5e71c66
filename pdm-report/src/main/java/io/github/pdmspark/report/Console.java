package io.github.pdmspark.report;

import java.io.PrintStream;

/** Prints cells for a terminal, in plain characters. */
final class Console {

    private static final int MOST_ROWS = 20;
    private static final String INDENT = "    ";

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void title(String title) {
        out.println(title);
        out.println("=".repeat(title.length()));
    }

    void progress(String line) {
        out.println(INDENT + line);
        out.flush();
    }

    void print(Cell cell) {
        out.println();
        if (cell instanceof Cell.Section section) {
            out.println("## " + section.heading());
        } else if (cell instanceof Cell.Text text) {
            numbered(text.number(), text.text());
        } else if (cell instanceof Cell.Code code) {
            numbered(code.number(), code.code());
        } else if (cell instanceof Cell.Table table) {
            numbered(table.number(), table.title());
            out.println(table.table().text(MOST_ROWS).indent(INDENT.length()).stripTrailing());
        } else if (cell instanceof Cell.Picture picture) {
            numbered(picture.number(), picture.chart().question());
            progress("[chart] " + picture.chart().summary());
        }
        out.flush();
    }

    private void numbered(int number, String text) {
        String label = "[" + number + "] ";
        out.println(label + text.replace("\n", "\n" + " ".repeat(label.length())));
    }
}
