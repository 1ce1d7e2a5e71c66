package io.github.pdmspark.examples.notebook;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.examples.program.LocalProgram;
import io.github.pdmspark.examples.program.Settings;
import io.github.pdmspark.examples.program.SourceCode;
import io.github.pdmspark.increment.IncrementalScoring;
import io.github.pdmspark.ledger.LedgerEntry;
import io.github.pdmspark.ledger.RunLedger;
import io.github.pdmspark.publication.ParquetTable;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.time.TimeRange;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Scores week after week into one table that others read; a schedule calls one run, this program calls four. */
public final class ScheduledScoring {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int WEEKS = 3;

    private final Story story;
    private final Notebook notebook;
    private final SourceCode source = SourceCode.of(ScheduledScoring.class);

    ScheduledScoring(Story story, PrintStream out) {
        this.story = story;
        this.notebook = Notebook.titled("What does a schedule do every week?", out);
    }

    /** Runs on this machine after training a model; writes {@code schedule.html} and the folder {@code published}. */
    public static void main(String[] args) throws IOException {
        LocalProgram.run("scheduled scoring", spark -> {
            Story story = Story.of(spark, Settings.fromSystemProperties("notebooks"));
            new TrainAndEvaluate(story, story.dataset(), System.out).run();
            new ScheduledScoring(story, System.out).run();
        });
    }

    /** All cells, in order; gives the ledger. */
    List<LedgerEntry> run() throws IOException {
        SparkSession spark = story.history().sparkSession();
        story.out().delete("published", "ledger");
        notebook.section("Runs")
                .text("Each run reads its week and as much before it as the windows need, and replaces the"
                        + " rows of its week. The last run repeats the one before it: the same input changes nothing.");
        notebook.code(source.region("schedule"));
        // region schedule
        RunLedger ledger = RunLedger.at(spark, story.out().text("ledger"));
        ParquetTable published = ParquetTable.at(spark, story.out().text("published"));
        IncrementalScoring weekly = IncrementalScoring.of(
                        ScoringPipeline.of(ModelBundle.load(spark, story.out().text("model"))),
                        range -> story.history(),
                        published)
                .ledger(ledger)
                .build();
        Instant monday = story.dates().testFrom();
        for (int week = 0; week < WEEKS; week++) {
            weekly.run(TimeRange.of(monday.plus(WEEK.multipliedBy(week)), monday.plus(WEEK.multipliedBy(week + 1))));
        }
        weekly.run(TimeRange.of(monday.plus(WEEK.multipliedBy(WEEKS - 1)), monday.plus(WEEK.multipliedBy(WEEKS))));
        // endregion
        List<LedgerEntry> entries = ledger.entries();
        TableView table = TableView.of("asked from", "to", "read from", "outcome", "rows", "version", "seconds");
        for (LedgerEntry entry : entries) {
            table = table.withRow(
                    entry.from(),
                    entry.to(),
                    entry.readFrom(),
                    entry.outcome() == LedgerEntry.Outcome.PUBLISHED ? "published" : "unchanged",
                    entry.rows(),
                    entry.version(),
                    entry.seconds());
        }
        notebook.table("What did each run do?", table)
                .table(
                        "What do readers of the table see?",
                        Tables.of(published.read().orderBy("machine_id", "as_of"), 5));
        notebook.writeHtml(story.out().file("schedule.html"));
        return entries;
    }
}
