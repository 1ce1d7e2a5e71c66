package io.github.pdmspark.report.chart;

import java.util.List;

/**
 * Names below the bands of a chart: straight when they fit, else slanted; numbers are thinned out instead.
 *
 * @param names the texts, cut when very long
 * @param band the width of one band
 * @param isSlanted whether they are turned by 40 degrees
 * @param every which share is drawn: 2 means every second name
 */
record CategoryLabels(List<String> names, double band, boolean isSlanted, int every) {

    private static final double LONGEST = 170;
    private static final double SLANT = Math.toRadians(40);
    private static final double SLANTED_ROOM = 21;

    static CategoryLabels of(List<String> names, double band) {
        List<String> fitted =
                names.stream().map(name -> TextWidth.fitted(name, LONGEST)).toList();
        double widest = TextWidth.widest(fitted);
        if (widest + 6 <= band) {
            return new CategoryLabels(fitted, band, false, 1);
        }
        boolean numbers = !fitted.isEmpty() && fitted.stream().allMatch(name -> name.matches("[-+]?[0-9].{0,9}"));
        return numbers
                ? new CategoryLabels(fitted, band, false, (int) Math.ceil((widest + 10) / band))
                : new CategoryLabels(fitted, band, true, (int) Math.max(1, Math.ceil(SLANTED_ROOM / band)));
    }

    double height() {
        return isSlanted ? TextWidth.widest(names) * Math.sin(SLANT) + 24 : 26;
    }

    /** How far the first name reaches to the left of its band. */
    double overhang() {
        return isSlanted ? Math.max(0, TextWidth.widest(names) * Math.cos(SLANT) - band / 2) : 0;
    }

    void draw(Canvas canvas, double left, double top) {
        for (int i = 0; i < names.size(); i += every) {
            double middle = left + (i + 0.5) * band;
            if (isSlanted) {
                canvas.rotated(middle + 4, top + 16, names.get(i));
            } else {
                double half = TextWidth.of(names.get(i)) / 2;
                double inside = Math.max(half, Math.min(Canvas.WIDTH - half, middle));
                canvas.text(inside, top + 19, "middle", names.get(i));
            }
        }
    }
}
