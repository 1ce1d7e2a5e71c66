package io.github.pdmspark.report.chart;

import io.github.pdmspark.report.markup.Element;
import io.github.pdmspark.report.table.Numbers;

/** Draws a heat map: the more, the stronger the colour; a cell without a value stays blank. */
final class Shades {

    private static final double WIDEST_NAME = 180;
    private static final double WIDEST_CELL = 90;
    private static final double FAINTEST = 0.06;
    /** From here on the colour of the page is the better one for text, in light and dark: contrast 3.3 or more on both sides. */
    private static final double STRONG = 0.78;

    private static final int LEGEND_STEPS = 24;

    private final HeatMap map;
    private final Canvas canvas = new Canvas();
    private final double low;
    private final double high;

    private Shades(HeatMap map) {
        this.map = map;
        this.low = Math.min(0, map.lowest());
        this.high = map.highest();
    }

    static Element draw(HeatMap map) {
        return new Shades(map).draw();
    }

    private Element draw() {
        double names = map.rows().stream()
                .mapToDouble(name -> TextWidth.of(TextWidth.fitted(name, WIDEST_NAME)))
                .max()
                .orElse(0);
        double left = names + Plot.GAP + 2;
        CategoryLabels columns = CategoryLabels.of(map.columns(), band(left));
        left = Math.max(left, columns.overhang());
        columns = CategoryLabels.of(map.columns(), band(left));
        double height = map.rows().size() > 30 ? 10 : 26;
        double top = drawLegend();
        for (int row = 0; row < map.rows().size(); row++) {
            drawName(row, left, top, height);
            for (int column = 0; column < map.columns().size(); column++) {
                drawCell(row, column, left + column * columns.band(), top + row * height, columns.band(), height);
            }
        }
        double bottom = top + height * map.rows().size();
        columns.draw(canvas, left, bottom);
        return canvas.finish(bottom + columns.height() + 2, map);
    }

    private double band(double left) {
        return Math.min(WIDEST_CELL, (Canvas.WIDTH - 2 - left) / map.columns().size());
    }

    private double drawLegend() {
        String from = Numbers.plain(low);
        double x = TextWidth.of(from) + 8;
        canvas.text(0, 16, "start", from);
        for (int i = 0; i < LEGEND_STEPS; i++) {
            double value = low + (high - low) * i / (LEGEND_STEPS - 1);
            canvas.rect(x + i * 5, 5, 5, 14, Palette.color(0)).with("fill-opacity", strength(value));
        }
        String to = Numbers.plain(high);
        double right = x + LEGEND_STEPS * 5 + 8;
        canvas.text(right, 16, "start", to);
        canvas.text(right + TextWidth.of(to) + 12, 16, "start", map.unit()).with("fill-opacity", 0.75);
        return 32;
    }

    private void drawName(int row, double left, double top, double height) {
        int every = (int) Math.ceil(15 / height);
        if (row % every == 0) {
            String name = TextWidth.fitted(map.rows().get(row), WIDEST_NAME);
            canvas.text(left - Plot.GAP, top + (row + 0.5) * height + 4.5, "end", name);
        }
    }

    private void drawCell(int row, int column, double x, double y, double width, double height) {
        double value = map.values().get(row).get(column);
        double inset = width > 8 && height > 10 ? 1 : 0.25;
        String text = Double.isFinite(value) ? Numbers.plain(value) : "\u2013";
        String hint = map.rows().get(row) + ", " + map.columns().get(column) + ": " + text;
        canvas.rect(x + inset, y + inset, width - 2 * inset, height - 2 * inset, Palette.color(0))
                .with("fill-opacity", strength(value))
                .add(Element.of("title").text(hint));
        if (TextWidth.of(text) + 4 <= width && height > 16) {
            canvas.text(x + width / 2, y + height / 2 + 4.5, "middle", text)
                    .with("fill", strength(value) > STRONG ? "var(--pdm-page, #ffffff)" : "currentColor");
        }
    }

    private double strength(double value) {
        if (!Double.isFinite(value)) {
            return 0;
        }
        return high > low ? FAINTEST + (1 - FAINTEST) * (value - low) / (high - low) : FAINTEST;
    }
}
