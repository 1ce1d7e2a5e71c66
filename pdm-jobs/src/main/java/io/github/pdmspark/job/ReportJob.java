package io.github.pdmspark.job;

import io.github.pdmspark.job.JobResult.Outcome;
import io.github.pdmspark.ledger.LedgerEntry;
import io.github.pdmspark.ledger.RunLedger;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.storage.Sinks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One page about the score table: machines most at risk, statuses, and the latest runs. */
public final class ReportJob {

    private static final int MOST_ROWS = 20;

    private ReportJob() {}

    /**
     * Writes the page.
     *
     * @param file where to, through the file system of Spark
     */
    public static JobResult run(JobContext context, String file) {
        Notebook page = RunReport.silent("Which machines are at risk?");
        Dataset<Row> scores = context.step("read", counts -> Sinks.open(
                        context.spark(),
                        JobSpec.require(context.sinks().flatMap(sinks -> sinks.scores()), "sinks.scores", "report"))
                .read());
        context.step("scores", counts -> scores(page, scores));
        context.sinks()
                .flatMap(sinks -> sinks.ledger())
                .ifPresent(folder ->
                        runs(page, RunLedger.at(context.spark(), folder).entries()));
        RunReport.write(context, new Path(file), page.html());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("report", file);
        return context.result("report", Outcome.OK, values);
    }

    private static Notebook scores(Notebook page, Dataset<Row> scores) {
        page.section("Scores");
        Results.in(page).scores(scores, MOST_ROWS);
        return page;
    }

    private static void runs(Notebook page, List<LedgerEntry> entries) {
        page.section("Runs");
        TableView table = TableView.of(
                "started", "from", "to", "written from", "outcome", "rows", "readings", "seconds", "model");
        for (LedgerEntry entry : entries.subList(Math.max(0, entries.size() - MOST_ROWS), entries.size())) {
            table = table.withRow(
                    entry.startedAt(),
                    entry.from(),
                    entry.to(),
                    entry.writtenFrom(),
                    entry.outcome().name().toLowerCase(Locale.ROOT),
                    entry.rows(),
                    entry.inputRows().get("telemetry"),
                    entry.seconds(),
                    entry.modelId());
        }
        page.table("What ran lately?", table);
    }
}
