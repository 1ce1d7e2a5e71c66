package io.github.pdmspark.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.job.JobResult.Outcome;
import io.github.pdmspark.quality.Finding;
import io.github.pdmspark.quality.QualityReport;
import io.github.pdmspark.quality.TableSummary;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.table.Suspensions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Reads and checks all tables; says what was kept and what was found; writes the accepted rows as Parquet on request. */
public final class ValidateJob {

    private static final String DAY = "day";
    private static final double MICROS_OF_DAY = 86_400e6;

    private ValidateJob() {}

    /**
     * Runs the check.
     *
     * @param landing a folder that does not exist yet, for the accepted rows: one Parquet folder a table, telemetry by day
     */
    public static JobResult run(JobContext context, Optional<String> landing) {
        FleetHistory history = context.history();
        QualityReport report = history.quality();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("tables", report.tables().stream().map(ValidateJob::shown).toList());
        values.put(
                "findings", report.findings().stream().map(ValidateJob::shown).toList());
        context.sinks()
                .flatMap(sinks -> sinks.quarantine())
                .ifPresent(folder -> context.step("quarantine", counts -> {
                    history.quarantine().rows().write().mode(SaveMode.Overwrite).parquet(folder);
                    values.put("quarantine", folder);
                    return folder;
                }));
        landing.ifPresent(folder -> context.step("write", counts -> {
            write(history, folder);
            values.put("written", folder);
            return folder;
        }));
        return context.result("validate", report.isClean() ? Outcome.OK : Outcome.FINDINGS, values);
    }

    private static void write(FleetHistory history, String folder) {
        Dataset<Row> telemetry = history.acceptedTelemetry()
                .withColumn(
                        DAY,
                        date_add(
                                lit("1970-01-01").cast("date"),
                                floor(unix_micros(col(Columns.EVENT_TIME)).divide(MICROS_OF_DAY))
                                        .cast("int")));
        telemetry
                .repartition(col(DAY))
                .sortWithinPartitions(DAY, Columns.EVENT_TIME, Columns.MACHINE_ID)
                .write()
                .partitionBy(DAY)
                .parquet(folder + "/telemetry");
        Map<String, Dataset<Row>> others = new LinkedHashMap<>();
        others.put("errors", history.errors());
        others.put("maintenance", history.maintenance());
        others.put("failures", history.failures());
        others.put(Suspensions.NAME, history.suspensions());
        others.put("machines", history.machines());
        others.forEach((name, rows) -> {
            if (history.quality().table(name).given()) {
                rows.coalesce(1).write().parquet(folder + "/" + name);
            }
        });
    }

    private static Map<String, Object> shown(TableSummary table) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("table", table.table());
        shown.put("given", table.given());
        if (table.given()) {
            shown.put("rows_in", table.rowsIn());
            shown.put("accepted", table.accepted());
            shown.put("quarantined", table.quarantined());
            shown.put("duplicates", table.duplicates());
            table.first().ifPresent(time -> shown.put("first", time.toString()));
            table.last().ifPresent(time -> shown.put("last", time.toString()));
        }
        return shown;
    }

    private static Map<String, Object> shown(Finding finding) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("table", finding.table());
        shown.put("column", finding.column());
        shown.put("rule", finding.rule());
        shown.put("severity", finding.severity().name());
        shown.put("count", finding.count());
        shown.put("example", finding.example());
        return shown;
    }
}
