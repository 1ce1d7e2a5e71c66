package io.github.pdmspark.job;

import io.github.pdmspark.publication.WholeFile;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.table.TableView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
            write(context, new Path(folder, name + ".html"), page(result).html());
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

    private static Notebook page(JobResult result) {
        Notebook page = silent("Run of " + result.command());
        page.section("Result");
        TableView values = TableView.of("name", "value")
                .withRow("outcome", result.outcome().name());
        for (Map.Entry<String, Object> value : result.values().entrySet()) {
            values = values.withRow(value.getKey(), String.valueOf(value.getValue()));
        }
        page.table("What came out?", values);
        TableView steps = TableView.of("step", "seconds", "counts");
        for (StepReport step : result.steps()) {
            steps = steps.withRow(step.name(), step.seconds(), step.counts().toString());
        }
        return page.table("What was done, and how long did it take?", steps);
    }
}
