package io.github.pdmspark.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many rows a dataset has, why rows drop out, and what the usable ones say. {@link #toString} is a text table.
 *
 * @param steps one for each {@link RowStatus}, zeros included; they add up to {@link #rows}
 * @param classes the usable rows by class: {@code NEGATIVE}, then one for each component in declared order
 * @param severalComponents usable rows with failures of more than one component in the label interval
 */
public record Waterfall(List<Step> steps, List<ClassRows> classes, long severalComponents) {

    private static final int NAME_WIDTH = 24;

    /** Rows with this status. */
    public record Step(RowStatus status, long rows) {}

    /** Usable rows with this label: {@code NEGATIVE} or a component. */
    public record ClassRows(String label, long rows) {}

    public Waterfall {
        steps = List.copyOf(steps);
        classes = List.copyOf(classes);
    }

    /** All rows of the dataset. */
    public long rows() {
        return steps.stream().mapToLong(Step::rows).sum();
    }

    /** Rows with this status. */
    public long rows(RowStatus status) {
        return steps.stream()
                .filter(step -> step.status() == status)
                .mapToLong(Step::rows)
                .sum();
    }

    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        add("all rows", rows(), names, counts);
        steps.forEach(step -> add(step.status().name(), step.rows(), names, counts));
        classes.forEach(each -> add("  " + each.label(), each.rows(), names, counts));
        add("  several components", severalComponents, names, counts);
        return table(names, counts);
    }

    private static void add(String name, long count, List<String> names, List<Long> counts) {
        names.add(name);
        counts.add(count);
    }

    private String table(List<String> names, List<Long> counts) {
        int nameWidth = names.stream().mapToInt(String::length).reduce(NAME_WIDTH, Math::max);
        int countWidth = String.format(Locale.ROOT, "%,d", rows()).length();
        String format = "%-" + nameWidth + "s  %," + countWidth + "d  %5.1f %%";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : "\n")
                    .append(String.format(Locale.ROOT, format, names.get(i), counts.get(i), percent(counts.get(i))));
        }
        return text.toString();
    }

    private double percent(long count) {
        return rows() == 0 ? 0 : 100.0 * count / rows();
    }
}
