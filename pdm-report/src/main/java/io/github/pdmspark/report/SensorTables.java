package io.github.pdmspark.report;

import io.github.pdmspark.quality.Finding;
import io.github.pdmspark.quality.SensorReport;
import io.github.pdmspark.quality.SensorSummary;
import io.github.pdmspark.report.table.TableView;
import java.util.List;

/** The quality of sensors as tables for reading, on a page or in a terminal. */
public final class SensorTables {

    private SensorTables() {}

    /** One row a sensor: what was measured. */
    public static TableView measured(SensorReport report) {
        TableView table = TableView.of(
                "sensor",
                "readings",
                "missing",
                "coverage",
                "longest gap",
                "longest constant",
                "at an edge",
                "out of order",
                "clock skew",
                "unit jump",
                "shortest history",
                "lowest",
                "highest");
        for (SensorSummary each : report.sensors()) {
            table = table.withRow(
                    each.sensor(),
                    each.readings(),
                    each.missingShare(),
                    each.coverage().orElse(null),
                    each.longestGap().toString(),
                    each.longestConstant().toString(),
                    each.edgeShare(),
                    each.unorderedShare(),
                    each.clockSkew().toString(),
                    each.unitJump(),
                    each.shortestSpan().toString(),
                    each.lowest().orElse(null),
                    each.highest().orElse(null));
        }
        return table.withNote("Shares are between 0 and 1; rows removed as copies: " + report.duplicateShare());
    }

    /** One row a finding: what is wrong, where, and what to do. */
    public static TableView findings(List<Finding> findings) {
        TableView table = TableView.of("sensor", "rule", "count", "example", "what to do");
        for (Finding each : findings) {
            table = table.withRow(
                    each.column().isEmpty() ? each.table() : each.column(),
                    each.rule(),
                    each.count(),
                    each.example(),
                    each.fix());
        }
        return table;
    }
}
