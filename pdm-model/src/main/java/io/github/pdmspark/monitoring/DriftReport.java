package io.github.pdmspark.monitoring;

import io.github.pdmspark.monitoring.FeatureDrift.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What changed since training.
 *
 * @param rows rows that were checked
 * @param columns one entry per column, those with the highest index first
 */
public record DriftReport(long rows, List<FeatureDrift> columns) {

    private static final int MOST_LINES = 20;

    public DriftReport {
        columns = columns.stream()
                .sorted(Comparator.comparingDouble(FeatureDrift::psi).reversed().thenComparing(FeatureDrift::column))
                .toList();
    }

    /** The columns that someone should look at. */
    public List<FeatureDrift> flagged() {
        return columns.stream().filter(FeatureDrift::isFlagged).toList();
    }

    /** The columns of which the rows are too few to tell: no flag is no all-clear for them. */
    public List<FeatureDrift> undecided() {
        return columns.stream()
                .filter(drift -> drift.verdict() == Verdict.TOO_FEW_ROWS)
                .toList();
    }

    /** The 20 columns with the highest index. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d rows, %d columns: %d flagged, %d undecided%n%-40s %8s %8s %14s %14s  %s%n",
                rows,
                columns.size(),
                flagged().size(),
                undecided().size(),
                "column",
                "PSI",
                "chance",
                "missing",
                "out of range",
                "verdict"));
        columns.stream().limit(MOST_LINES).forEach(drift -> text.append(line(drift)));
        return text.toString();
    }

    private static String line(FeatureDrift drift) {
        return String.format(
                Locale.ROOT,
                "%-40s %8.3f %8.3f %5.1f -> %5.1f%% %5.1f -> %5.1f%%  %s%n",
                drift.column(),
                drift.psi(),
                drift.limit(),
                100 * drift.then().missingShare(),
                100 * drift.now().missingShare(),
                100 * drift.then().outsideShare(),
                100 * drift.now().outsideShare(),
                drift.verdict());
    }
}
