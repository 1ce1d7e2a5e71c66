package io.github.pdmspark.report.result;

import io.github.pdmspark.quality.Finding;
import io.github.pdmspark.quality.QualityReport;
import io.github.pdmspark.quality.TableSummary;
import io.github.pdmspark.report.table.TableView;
import java.util.Locale;

/** What was read, what was kept and what was noticed. */
final class QualityCells {

    private QualityCells() {}

    static TableView tables(QualityReport report) {
        TableView table = TableView.of("table", "rows in", "accepted", "set aside", "duplicates", "first", "last");
        for (TableSummary each : report.tables()) {
            table = each.given()
                    ? table.withRow(
                            each.table(),
                            each.rowsIn(),
                            each.accepted(),
                            each.quarantined(),
                            each.duplicates(),
                            each.first().orElse(null),
                            each.last().orElse(null))
                    : table.withRow(each.table() + " (not given)", null, null, null, null, null, null);
        }
        return table;
    }

    static TableView findings(QualityReport report) {
        TableView table = TableView.of("where", "what", "count", "for example", "what became of it", "what to do");
        for (Finding each : report.findings()) {
            table = table.withRow(
                    each.column().isEmpty() ? each.table() : each.table() + ", " + each.column(),
                    each.rule().replace('_', ' ').toLowerCase(Locale.ROOT),
                    each.count(),
                    each.example(),
                    Words.of(each.severity()),
                    each.fix());
        }
        return table.withNote(report.isClean() ? "Nothing was noticed in the data." : "");
    }
}
