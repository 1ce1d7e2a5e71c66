package io.github.pdmspark.examples.notebook;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.examples.program.SourceCode;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.local.LocalScore;
import io.github.pdmspark.local.LocalScorer;
import io.github.pdmspark.local.MachineHistory;
import io.github.pdmspark.model.ScoreStatus;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.result.Words;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Scores one machine in a plain JVM, from a model of one file; Spark only brings the raw records here. */
public final class LocalScoring {

    private static final int MOST_RECORDS = 5_000;

    private final Story story;
    private final Notebook notebook;
    private final SourceCode source = SourceCode.of(LocalScoring.class);

    LocalScoring(Story story, PrintStream out) {
        this.story = story;
        this.notebook = Notebook.titled("Can a machine be scored without Spark?", out);
    }

    /** Runs on this machine after training a model; writes {@code local.html} and {@code model.pdm}. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run("local scoring", spark -> {
            Story story = Story.of(spark, Settings.fromSystemProperties("notebooks"));
            new TrainAndEvaluate(story, story.dataset(), System.out).run();
            new LocalScoring(story, System.out).run();
        });
    }

    /** All cells, in order; gives the scores. */
    List<LocalScore> run() throws IOException {
        story.out().delete("model.pdm");
        ModelBundle model =
                ModelBundle.load(story.history().sparkSession(), story.out().text("model"));
        Path file = story.out().file("model.pdm");
        TimeRange day =
                TimeRange.of(story.dates().testFrom(), story.dates().testFrom().plus(Duration.ofDays(1)));
        String machineId = story.history()
                .machines()
                .orderBy("machine_id")
                .select("machine_id")
                .head()
                .getString(0);
        MachineHistory records = records(story.history(), machineId, day);
        notebook.section("Scores of machine " + machineId).code(source.region("local"));
        // region local
        model.portable().orElseThrow().save(file);
        LocalScorer scorer = LocalScorer.load(file);
        List<LocalScore> scores = scorer.score(records, day);
        // endregion
        TableView table = TableView.of("as of", "status", "score", "top component", "imputed");
        for (LocalScore score : scores) {
            table = table.withRow(
                    score.asOf(),
                    Words.of(ScoreStatus.valueOf(score.status())),
                    score.anyFailure().isPresent() ? score.anyFailure().getAsDouble() : null,
                    score.topComponent().orElse(null),
                    score.imputed());
        }
        notebook.table("What does the plain JVM say?", table)
                .text("The numbers are those of the score table that Spark writes, bit for bit.");
        notebook.writeHtml(story.out().file("local.html"));
        return scores;
    }

    /** Everything known of one machine: two weeks of telemetry, all events. */
    private static MachineHistory records(FleetHistory history, String machineId, TimeRange range) {
        MachineHistory records = new MachineHistory();
        Column own = col("machine_id").equalTo(machineId);
        Column[] columns = Stream.concat(
                        Stream.of(unix_micros(col("event_time"))),
                        history.sensors().stream().map(name -> col("`" + name + "`")))
                .toArray(Column[]::new);
        Dataset<Row> telemetry = history.telemetry()
                .where(own)
                .where(col("event_time").between(range.start().minus(Duration.ofDays(14)), range.end()));
        for (Row row : telemetry.select(columns).takeAsList(MOST_RECORDS)) {
            Map<String, Double> values = new HashMap<>();
            for (int i = 0; i < history.sensors().size(); i++) {
                if (!row.isNullAt(i + 1)) {
                    values.put(history.sensors().get(i), row.getDouble(i + 1));
                }
            }
            records.reading(Micros.instant(row.getLong(0)), values);
        }
        for (Row row : events(history.errors(), own, "code")) {
            records.error(Micros.instant(row.getLong(0)), row.getString(1));
        }
        for (Row row : events(history.maintenance(), own, "component")) {
            records.maintenance(Micros.instant(row.getLong(0)), row.getString(1));
        }
        Row machine = history.machines().where(own).head();
        history.categoricalAttributes().forEach(name -> records.attribute(name, machine.<String>getAs(name)));
        history.numericAttributes()
                .forEach(name ->
                        records.attribute(name, machine.<Number>getAs(name).doubleValue()));
        return records;
    }

    private static List<Row> events(Dataset<Row> events, Column own, String name) {
        return events.where(own)
                .select(unix_micros(col("event_time")), col(name))
                .takeAsList(MOST_RECORDS);
    }
}
