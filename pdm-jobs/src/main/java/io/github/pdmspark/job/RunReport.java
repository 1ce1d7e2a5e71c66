package io.github.pdmspark.job;

import io.github.pdmspark.publication.WholeFile;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.report.table.TableView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;

/** A run as files: its result as JSON, and the same with its steps as a page. */
public final class RunReport {

    private RunReport() {}

    /** Writes {@code <command>-<time>.json} and {@code .html} into {@code sinks.reports}, if the specification has it. */
    public static void write(JobContext context, JobResult result) {
        context.sinks().flatMap(sinks -> sinks.reports()).ifPresent(folder -> {
            String name = result.command() + "-"
                    + context.clock().instant().toString().replaceAll("[^0-9TZ]", "");
            write(context, new Path(folder, name + ".json"), result.toJson() + "\n");
            write(
                    context,
                    new Path(folder, name + ".html"),
                    page(context, result).html());
        });
    }

    /** Writes a text file through the file system of Spark, as a whole or not at all. */
    static void write(JobContext context, Path file, String text) {
        try {
            WholeFile.write(context.spark(), file.toString(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("The report " + file + " cannot be written.", e);
        }
    }

    /** A notebook that prints nothing. */
    static Notebook silent(String title) {
        return Notebook.titled(title, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    private static Notebook page(JobContext context, JobResult result) {
        Notebook page = silent("Run of " + result.command());
        page.section("Result").table("What came out?", values(result));
        Results results = Results.in(page);
        context.cells().forEach(cells -> cells.accept(results));
        TableView steps = TableView.of("step", "seconds", "counts");
        for (StepReport step : result.steps()) {
            steps = steps.withRow(step.name(), step.seconds(), words(step.counts()));
        }
        return page.section("Steps").table("What was done, and how long did it take?", steps);
    }

    private static TableView values(JobResult result) {
        TableView values = TableView.of("name", "value")
                .withRow("outcome", result.outcome() == JobResult.Outcome.OK ? "all is well" : "somebody should look");
        for (Map.Entry<String, Object> value : result.values().entrySet()) {
            if (isPlain(value.getValue())) {
                values = values.withRow(name(value.getKey()), words(value.getValue()));
            }
        }
        return values.withNote("The file of the same name that ends with .json has all numbers.");
    }

    private static boolean isPlain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(String.class::isInstance);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(Number.class::isInstance);
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static String words(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> name(entry.getKey()) + " " + words(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "none" : list.stream().map(RunReport::words).collect(Collectors.joining(", "));
        }
        if (value instanceof Long || value instanceof Integer) {
            return String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return String.valueOf(value);
    }

    private static String name(Object key) {
        return String.valueOf(key).replace('_', ' ');
    }
}
