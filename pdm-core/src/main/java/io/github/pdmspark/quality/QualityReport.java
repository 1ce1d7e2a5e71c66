package io.github.pdmspark.quality;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was read, what was kept and what was found. Prints as a table.
 *
 * @param tables one summary per table, given or not
 * @param findings everything noticed, in the order of the tables
 */
public record QualityReport(List<TableSummary> tables, List<Finding> findings) {

    public QualityReport {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
    }

    /** The summary of a table: telemetry, errors, maintenance, failures, suspensions or machines. */
    public TableSummary table(String name) {
        return tables.stream()
                .filter(summary -> summary.table().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no table '" + name + "'. Tables: "
                        + tables.stream().map(TableSummary::table).toList()));
    }

    /** Whether every row was accepted and nothing was noticed. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    @Override
    public String toString() {
        String header = String.format(
                Locale.ROOT,
                "%-12s %12s %12s %12s %12s  %s",
                "table",
                "rows in",
                "accepted",
                "quarantined",
                "duplicates",
                "time of accepted rows");
        String body = tables.stream().map(QualityReport::line).collect(Collectors.joining("\n"));
        String found = findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
        return header + "\n" + body + "\n" + ignored() + (isClean() ? "No findings." : "Findings:\n" + found);
    }

    private String ignored() {
        return tables.stream()
                .filter(summary -> !summary.ignoredColumns().isEmpty())
                .map(summary ->
                        "Ignored columns of " + summary.table() + ": " + Shown.list(summary.ignoredColumns()) + "\n")
                .collect(Collectors.joining());
    }

    private static String line(TableSummary summary) {
        if (!summary.given()) {
            return String.format(Locale.ROOT, "%-12s %12s", summary.table(), "not given");
        }
        String time = summary.first()
                .flatMap(first -> summary.last().map(last -> first + " .. " + last))
                .orElse("");
        return String.format(
                        Locale.ROOT,
                        "%-12s %,12d %,12d %,12d %,12d  %s",
                        summary.table(),
                        summary.rowsIn(),
                        summary.accepted(),
                        summary.quarantined(),
                        summary.duplicates(),
                        time)
                .stripTrailing();
    }
}
