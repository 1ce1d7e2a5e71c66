package io.github.pdmspark.report.result;

import io.github.pdmspark.monitoring.DriftReport;
import io.github.pdmspark.monitoring.FeatureDrift;
import io.github.pdmspark.report.chart.BarChart;
import io.github.pdmspark.report.chart.Chart;
import io.github.pdmspark.report.table.TableView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What changed since training. */
final class DriftCells {

    private static final int TOP = 15;

    private DriftCells() {}

    static Chart indices(DriftReport drift) {
        Map<String, Double> highest = new LinkedHashMap<>();
        top(drift).forEach(each -> highest.put(each.column(), each.psi()));
        return BarChart.of("Which features changed most since training?", "population stability index", highest)
                .horizontal();
    }

    static TableView verdicts(DriftReport drift) {
        TableView table = TableView.of("feature", "index", "chance alone", "missing then", "missing now", "verdict");
        for (FeatureDrift each : top(drift)) {
            table = table.withRow(
                    each.column(),
                    each.psi(),
                    each.limit(),
                    each.then().missingShare(),
                    each.now().missingShare(),
                    Words.of(each.verdict()));
        }
        return table;
    }

    private static List<FeatureDrift> top(DriftReport drift) {
        return drift.columns().stream().limit(TOP).toList();
    }
}
