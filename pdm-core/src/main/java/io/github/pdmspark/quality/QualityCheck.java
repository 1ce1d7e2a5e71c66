package io.github.pdmspark.quality;

import static java.util.Objects.requireNonNull;

import io.github.pdmspark.error.DataQualityException;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.quality.Finding.Severity;
import io.github.pdmspark.table.DuplicateRule;
import io.github.pdmspark.table.QualityRule;
import io.github.pdmspark.table.TypedTable;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Measures the tables, then judges: either a report and the names that occur, or an exception with every problem. */
public final class QualityCheck {

    private static final List<String> ALL = List.of("telemetry", "errors", "maintenance", "failures", "machines");
    private static final int MAX_NAMES = 1000;
    private static final int NAMES = 6;

    private final Map<String, TypedTable> tables = new LinkedHashMap<>();
    private final DuplicateRule telemetryRule;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Row> summaries = new LinkedHashMap<>();
    private final Map<String, Long> copies = new LinkedHashMap<>();
    private final Duration repair;

    private QualityCheck(List<TypedTable> given, DuplicateRule telemetryRule, Duration repair) {
        given.forEach(table -> tables.put(table.name(), table));
        this.telemetryRule = telemetryRule;
        this.repair = repair;
    }

    /**
     * Runs at most four Spark queries whatever the number of tables and columns: totals, keys, machines, and, when any
     * row broke a rule, the issues.
     *
     * @throws DataQualityException if a table is empty, too many rows were rejected, or versions of a record conflict
     */
    public static CheckedTables run(List<TypedTable> given, DuplicateRule telemetryRule, Duration repair) {
        return new QualityCheck(given, telemetryRule, repair).run();
    }

    private CheckedTables run() {
        List<TypedTable> given = List.copyOf(tables.values());
        Measurement.summary(given).collectAsList().forEach(row -> summaries.put(row.getAs("table"), row));
        Measurement.keys(given, repair).collectAsList().forEach(this::judgeKeys);
        List<TypedTable> conspicuous = given.stream()
                .filter(table -> number(table.name(), "conspicuous") > 0)
                .toList();
        if (!conspicuous.isEmpty()) {
            Measurement.issues(conspicuous).collectAsList().forEach(this::noteIssue);
        }
        given.forEach(this::judgeRows);
        if (tables.containsKey("machines")) {
            noteMachines(
                    Measurement.machines(table("telemetry"), table("machines")).head());
        }
        Map<String, List<String>> names = names();
        if (!problems.isEmpty()) {
            throw new DataQualityException(problems);
        }
        return new CheckedTables(
                new QualityReport(ALL.stream().map(this::summary).toList(), findings), Quarantine.of(given), names);
    }

    private void judgeKeys(Row row) {
        String table = row.getAs("table");
        long conflicts = row.<Long>getAs("conflicts");
        long copied = row.<Long>getAs("copies");
        long repeated = row.<Long>getAs("repeated");
        copies.put(table, copied + repeated);
        boolean refused = table.equals("machines") || telemetryRule == DuplicateRule.FAIL;
        if (conflicts > 0 && refused) {
            problems.add(conflict(table, conflicts, row.getAs("example")));
        }
        if (copied > 0) {
            findings.add(new Finding(
                    table,
                    "DUPLICATE_ROW",
                    "",
                    Severity.DUPLICATE,
                    copied,
                    "",
                    "copies removed, one record of each kept"));
        }
        if (conflicts > 0) {
            String fix = "kept by the rule " + telemetryRule;
            findings.add(new Finding(
                    table, "DUPLICATE_KEY", "", Severity.NOTICE, conflicts, row.<String>getAs("example"), fix));
        }
        if (repeated > 0) {
            String fix = "counted once: another failure of the same component within the minimum repair time";
            findings.add(new Finding(table, "REPEATED_FAILURE", "", Severity.DUPLICATE, repeated, "", fix));
        }
    }

    private static Problem conflict(String table, long conflicts, String example) {
        if (table.equals("machines")) {
            return new Problem(
                    ErrorCondition.PDM_MACHINE_DUPLICATE,
                    String.format(
                            Locale.ROOT,
                            "Table 'machines' has %,d machine(s) with several different rows at one time, for example machine '%s'.",
                            conflicts,
                            example),
                    "keep one row per machine, or say when each holds with .validFrom(...) and .validTo(...), without overlaps.");
        }
        return new Problem(
                ErrorCondition.PDM_DUPLICATE_CONFLICT,
                String.format(
                        Locale.ROOT,
                        "Table '%s' has %,d key(s) with several different rows, for example %s.",
                        table,
                        conflicts,
                        example),
                "say which one counts: .duplicates(DuplicateRule.KEEP_FIRST_KNOWN) or MEAN_OF_FIRST_KNOWN.");
    }

    private void noteIssue(Row row) {
        QualityRule rule = QualityRule.valueOf(row.getAs("rule"));
        String example = row.getAs("example");
        findings.add(new Finding(
                row.getAs("table"),
                rule.name(),
                row.getAs("column"),
                switch (rule.action()) {
                    case QUARANTINE -> Severity.QUARANTINED;
                    case MISSING -> Severity.MISSING;
                    case FLAG -> Severity.NOTICE;
                },
                row.<Long>getAs("count"),
                example == null ? "" : example,
                rule.fix()));
    }

    private void judgeRows(TypedTable table) {
        long rows = number(table.name(), "rows");
        long rejected = number(table.name(), "rejected");
        if (rows == 0 && table.name().equals("telemetry")) {
            problems.add(new Problem(
                    ErrorCondition.PDM_TABLE_EMPTY,
                    "Table 'telemetry' has no rows.",
                    "check the path, the filter or the time range that it was read with."));
        } else if (rows == 0) {
            findings.add(new Finding(
                    table.name(), "TABLE_EMPTY", "", Severity.NOTICE, 0, "", "leave the table out if there is none"));
        } else if (rejected > table.maxRejectedShare() * rows) {
            problems.add(tooManyRejected(table, rows, rejected));
        }
    }

    private Problem tooManyRejected(TypedTable table, long rows, long rejected) {
        StringBuilder message = new StringBuilder(String.format(
                Locale.ROOT,
                "Table '%s': %,d of %,d rows (%.1f %%) break a rule; the limit is %.1f %%.",
                table.name(),
                rejected,
                rows,
                100.0 * rejected / rows,
                100.0 * table.maxRejectedShare()));
        findings.stream()
                .filter(finding -> finding.table().equals(table.name()) && finding.severity() == Severity.QUARANTINED)
                .forEach(finding -> message.append("\n  ").append(finding));
        return new Problem(
                ErrorCondition.PDM_TOO_MANY_REJECTED,
                message.toString(),
                "repair the source or the mapping, or accept the loss with .maxRejectedShare(share).");
    }

    private void noteMachines(Row row) {
        note("NO_TELEMETRY", row.<Long>getAs("silent"), row.getAs("silent_example"), "scored with status NO_TELEMETRY");
        note("NOT_LISTED", row.<Long>getAs("unlisted"), row.getAs("unlisted_example"), "kept; attributes are missing");
    }

    private void note(String rule, long count, String example, String fix) {
        if (count > 0) {
            findings.add(new Finding("machines", rule, "", Severity.NOTICE, count, example, fix));
        }
    }

    private TableSummary summary(String name) {
        if (!tables.containsKey(name)) {
            return TableSummary.notGiven(name);
        }
        long rows = number(name, "rows");
        long rejected = number(name, "rejected");
        long duplicates = copies.getOrDefault(name, 0L);
        return new TableSummary(
                name,
                true,
                rows,
                rows - rejected - duplicates,
                rejected,
                duplicates,
                time(name, "first"),
                time(name, "last"));
    }

    private Map<String, List<String>> names() {
        Map<String, List<String>> result = new LinkedHashMap<>();
        for (TypedTable table : tables.values()) {
            List<String> found = summaryRow(table.name()).getList(NAMES);
            for (int i = 0; i < table.vocabularies().size(); i++) {
                String prefix = i + ":";
                List<String> sorted = found.stream()
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
            problems.add(new Problem(
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

    private long number(String table, String column) {
        return summaryRow(table).<Long>getAs(column);
    }

    private Optional<Instant> time(String table, String column) {
        return Optional.ofNullable(summaryRow(table).<Long>getAs(column)).map(Micros::instant);
    }

    private Row summaryRow(String table) {
        return requireNonNull(summaries.get(table));
    }

    private TypedTable table(String name) {
        return requireNonNull(tables.get(name));
    }
}
