package io.github.pdmspark.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.table.TableView;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Numbered cells of text, code, tables and charts. Each cell is printed when it is added, so a long program shows where it
 * is; {@link #writeHtml} keeps them all in one self-contained file without scripts. For one thread.
 */
public final class Notebook {

    private final String title;
    private final Console console;
    private final List<Cell> cells = new ArrayList<>();
    private int number;

    private Notebook(String title, PrintStream out) {
        this.title = title;
        this.console = new Console(out);
        console.title(title);
    }

    /** A notebook that prints to {@code out}. */
    public static Notebook titled(String title, PrintStream out) {
        return new Notebook(title, out);
    }

    /** Starts a section; it has a heading and no number. */
    @CanIgnoreReturnValue
    public Notebook section(String heading) {
        return add(new Cell.Section(heading));
    }

    /** Adds text: an empty line parts paragraphs, lines that start with {@code "- "} are a list. */
    @CanIgnoreReturnValue
    public Notebook text(String text) {
        return add(new Cell.Text(++number, text.strip()));
    }

    /** Adds source code as it is. */
    @CanIgnoreReturnValue
    public Notebook code(String code) {
        return add(new Cell.Code(++number, code.stripTrailing()));
    }

    /** Adds a table; the console shows its first 20 rows. */
    @CanIgnoreReturnValue
    public Notebook table(String title, TableView table) {
        return add(new Cell.Table(++number, title, table));
    }

    /** Adds a chart with the table behind it; the console shows its question and summary. */
    @CanIgnoreReturnValue
    public Notebook chart(Chart chart) {
        return add(new Cell.Picture(++number, chart));
    }

    /** Prints a line about a step that takes long; it is not part of the report. */
    @CanIgnoreReturnValue
    public Notebook progress(String line) {
        console.progress(line);
        return this;
    }

    /** How many numbered cells there are. */
    public int cellCount() {
        return number;
    }

    /** The report as one HTML page. */
    public String html() {
        return Page.of(title, cells);
    }

    /**
     * Writes the report and prints where it is.
     *
     * @return the file; missing folders are created and an older file is replaced
     */
    @CanIgnoreReturnValue
    public Path writeHtml(Path file) {
        Path target = file.toAbsolutePath();
        try {
            if (target.getParent() != null) {
                Files.createDirectories(target.getParent());
            }
            replace(target, html());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the report to " + file + ".", e);
        }
        console.progress("Report: " + file);
        return file;
    }

    /** Writes beside and renames: one step, so that an older report stays until the new one is whole. */
    private static void replace(Path target, String text) throws IOException {
        Path staged = target.resolveSibling("." + target.getFileName() + ".tmp-" + UUID.randomUUID());
        try {
            Files.writeString(staged, text, StandardCharsets.UTF_8);
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private Notebook add(Cell cell) {
        cells.add(cell);
        console.print(cell);
        return this;
    }
}
