package io.github.pdmspark.quality;

import static java.util.Objects.requireNonNull;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.quality.Finding.Severity;
import io.github.pdmspark.schema.Suggestion;
import io.github.pdmspark.table.Check;
import io.github.pdmspark.table.DuplicateRule;
import io.github.pdmspark.table.QualityRule;
import io.github.pdmspark.table.Suspensions;
import io.github.pdmspark.table.TypedTable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Measures the tables, then judges: either a report and the names that occur, or an exception with every problem. */
public final class QualityCheck {

    private static final List<String> ALL =
            List.of("telemetry", "errors", "maintenance", "failures", Suspensions.NAME, "machines");
    private static final int MAX_NAMES = 1000;

    private final Map<String, TypedTable> tables = new LinkedHashMap<>();
    private final Map<String, TableTotals> totals = new LinkedHashMap<>();
    private final Judgement judgement = new Judgement();
    private final KeyJudge keys;
    private final Duration repair;
    private final boolean machinesComplete;

    private QualityCheck(
            List<TypedTable> given, DuplicateRule telemetryRule, Duration repair, boolean machinesComplete) {
        given.forEach(table -> tables.put(table.name(), table));
        given.forEach(table -> totals.put(table.name(), TableTotals.empty(table.name())));
        this.keys = new KeyJudge(judgement, telemetryRule);
        this.repair = repair;
        this.machinesComplete = machinesComplete;
    }

    /**
     * Runs one Spark query whatever the number of tables and columns, and a second one when any row broke a rule.
     *
     * @param machinesComplete whether telemetry of a machine that is not listed is an error
     * @throws io.github.pdmspark.error.DataQualityException if a table is empty, too many rows were rejected, versions of a
     *     record conflict, or the machines of two tables do not meet
     */
    public static CheckedTables run(
            List<TypedTable> given, DuplicateRule telemetryRule, Duration repair, boolean machinesComplete) {
        return new QualityCheck(given, telemetryRule, repair, machinesComplete).run();
    }

    private CheckedTables run() {
        List<TypedTable> given = List.copyOf(tables.values());
        Measurement.totals(given, repair).collectAsList().stream()
                .map(TableTotals::of)
                .forEach(total -> totals.put(total.table(), total));
        totals.values().forEach(keys::judge);
        List<TypedTable> conspicuous = given.stream()
                .filter(table -> total(table.name()).conspicuous() > 0)
                .toList();
        if (!conspicuous.isEmpty()) {
            Measurement.issues(conspicuous).collectAsList().forEach(this::noteIssue);
        }
        given.forEach(this::judgeRows);
        judgeMeeting();
        Map<String, List<String>> names = names();
        judgement.throwIfRefused();
        return new CheckedTables(
                new QualityReport(ALL.stream().map(this::summary).toList(), judgement.findings()),
                Quarantine.of(given),
                names);
    }

    private void judgeMeeting() {
        MeetingJudge meeting = new MeetingJudge(judgement, total("telemetry"));
        totals.values().stream()
                .filter(table -> !table.table().equals("telemetry"))
                .forEach(meeting::judge);
        if (tables.containsKey("machines")) {
            meeting.judgeListed(machinesComplete);
        }
        totals.values().forEach(meeting::judgeSpelling);
        if (tables.containsKey(MachineTotals.FAILURES)) {
            meeting.judgeFailures(total(MachineTotals.FAILURES));
        }
    }

    private void noteIssue(Row row) {
        QualityRule rule = QualityRule.valueOf(row.getAs("rule"));
        String column = row.getAs("column");
        Check check = table(row.getAs("table")).checks().stream()
                .filter(each -> each.rule() == rule && each.column().equals(column))
                .findFirst()
                .orElseThrow();
        String example = row.getAs("example");
        String closest = example == null ? "" : Suggestion.sentence(example, check.allowed());
        judgement.add(new Finding(
                row.getAs("table"),
                rule.name(),
                column,
                switch (check.action()) {
                    case QUARANTINE -> Severity.QUARANTINED;
                    case MISSING -> Severity.MISSING;
                    case FLAG -> Severity.NOTICE;
                },
                row.<Long>getAs("count"),
                example == null ? "" : example,
                rule.fix() + (closest.isEmpty() ? "" : "." + closest)));
    }

    private void judgeRows(TypedTable table) {
        TableTotals found = total(table.name());
        if (found.rows() == 0 && table.name().equals("telemetry")) {
            judgement.refuse(new Problem(
                    ErrorCondition.PDM_TABLE_EMPTY,
                    "Table 'telemetry' has no rows.",
                    "check the path, the filter or the time range that it was read with."));
        } else if (found.rows() == 0) {
            judgement.add(new Finding(
                    table.name(), "TABLE_EMPTY", "", Severity.NOTICE, 0, "", "leave the table out if there is none"));
        } else if (found.rejected() > table.maxRejectedShare() * found.rows()) {
            judgement.refuse(tooManyRejected(table, found));
        }
    }

    private Problem tooManyRejected(TypedTable table, TableTotals found) {
        StringBuilder message = new StringBuilder(String.format(
                Locale.ROOT,
                "Table '%s': %,d of %,d rows (%.1f %%) break a rule; the limit is %.1f %%.",
                table.name(),
                found.rejected(),
                found.rows(),
                100.0 * found.rejected() / found.rows(),
                100.0 * table.maxRejectedShare()));
        judgement.findings().stream()
                .filter(finding -> finding.table().equals(table.name()) && finding.severity() == Severity.QUARANTINED)
                .forEach(finding -> message.append("\n  ").append(finding));
        return new Problem(
                ErrorCondition.PDM_TOO_MANY_REJECTED,
                message.toString(),
                "repair the source or the mapping, or accept the loss with .maxRejectedShare(share).");
    }

    private TableSummary summary(String name) {
        if (!tables.containsKey(name)) {
            return TableSummary.notGiven(name);
        }
        TableTotals found = total(name);
        return new TableSummary(
                name,
                true,
                found.rows(),
                found.accepted(),
                found.rejected(),
                found.copies() + found.repeated(),
                found.first(),
                found.last(),
                table(name).ignored());
    }

    private Map<String, List<String>> names() {
        Map<String, List<String>> result = new LinkedHashMap<>();
        for (TypedTable table : tables.values()) {
            for (int i = 0; i < table.vocabularies().size(); i++) {
                String prefix = i + ":";
                List<String> sorted = total(table.name()).names().stream()
                        .filter(name -> name.startsWith(prefix))
                        .map(name -> name.substring(prefix.length()))
                        .sorted()
                        .toList();
                judgeNames(table.name(), table.vocabularies().get(i), sorted.size());
                result.put(table.name() + "." + table.vocabularies().get(i), sorted);
            }
        }
        return result;
    }

    private void judgeNames(String table, String column, int names) {
        if (names > MAX_NAMES) {
            judgement.refuse(new Problem(
                    ErrorCondition.PDM_COLUMN_TYPE,
                    String.format(
                            Locale.ROOT,
                            "Column '%s' of table '%s' has %,d different values; at most %,d are handled as names.",
                            column,
                            table,
                            names,
                            MAX_NAMES),
                    "map a column with few values, or group the values before."));
        }
    }

    private TypedTable table(String name) {
        return requireNonNull(tables.get(name));
    }

    private TableTotals total(String name) {
        return requireNonNull(totals.get(name));
    }
}
