package io.github.pdmspark.job;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.github.pdmspark.job.JobResult.Outcome;
import io.github.pdmspark.ledger.LedgerEntry;
import io.github.pdmspark.ledger.RunLedger;
import io.github.pdmspark.model.ScoreColumns;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.Tables;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.spec.JobSpec;
import io.github.pdmspark.storage.Sinks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
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
        Column total = col(ScoreNames.in(scores.columns()).total());
        Dataset<Row> latest = scores.join(scores.agg(max(Columns.AS_OF).as(Columns.AS_OF)), Columns.AS_OF);
        page.section("Scores");
        page.table(
                "Which machines are most at risk at the latest time?",
                Tables.of(
                        latest.where(total.isNotNull())
                                .orderBy(total.desc(), col(Columns.MACHINE_ID))
                                .select(
                                        col(Columns.MACHINE_ID),
                                        col(Columns.AS_OF),
                                        total,
                                        col(ScoreColumns.TOP_COMPONENT)),
                        MOST_ROWS));
        return page.table(
                "What became of the rows?",
                Tables.of(
                        scores.groupBy(ScoreColumns.MODEL_ID, ScoreColumns.STATUS)
                                .agg(
                                        count(lit(1)).as("rows"),
                                        avg(total).as("mean"),
                                        max(Columns.AS_OF).as("latest"))
                                .orderBy(ScoreColumns.MODEL_ID, ScoreColumns.STATUS),
                        MOST_ROWS));
    }

    private static void runs(Notebook page, List<LedgerEntry> entries) {
        page.section("Runs");
        TableView table = TableView.of(
                "started", "from", "to", "written from", "outcome", "rows", "readings", "seconds", "model");
        for (LedgerEntry entry : entries.subList(Math.max(0, entries.size() - MOST_ROWS), entries.size())) {
            table = table.withRow(
                    entry.startedAt().toString(),
                    entry.from().toString(),
                    entry.to().toString(),
                    entry.writtenFrom().toString(),
                    entry.outcome().name(),
                    entry.rows(),
                    entry.inputRows().get("telemetry"),
                    entry.seconds(),
                    entry.modelId());
        }
        page.table("What ran lately?", table);
    }
}
