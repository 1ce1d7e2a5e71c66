package io.github.pdmspark.pipeline;

import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SchemaException;
import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.schema.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a history holds all that a specification reads. */
final class HistoryFit {

    private final FleetHistory history;
    private final List<Problem> problems = new ArrayList<>();

    private HistoryFit(FleetHistory history) {
        this.history = history;
    }

    static void check(FeatureSpec spec, FeatureKernel kernel, FleetHistory history) {
        HistoryFit fit = new HistoryFit(history);
        fit.columns("sensor", kernel.sensors(), history.sensors(), "Telemetry.from(...).sensors(...)");
        fit.columns(
                "categorical attribute",
                kernel.categoricalAttributes(),
                history.categoricalAttributes(),
                "Machines.from(...).categorical(...)");
        fit.columns(
                "numeric attribute",
                kernel.numericAttributes(),
                history.numericAttributes(),
                "Machines.from(...).numeric(...)");
        if (kernel.readsInstallation() && !history.hasInstallationTimes()) {
            fit.noInstallation();
        }
        spec.features().forEach(fit::table);
        if (kernel.readsActions() && history.actions().isEmpty()) {
            fit.noActions();
        }
        if (!fit.problems.isEmpty()) {
            throw new SchemaException(fit.problems);
        }
    }

    private void columns(String what, List<String> wanted, List<String> found, String where) {
        for (String name : wanted) {
            if (!found.contains(name)) {
                problems.add(new Problem(
                        ErrorCondition.PDM_COLUMN_NOT_FOUND,
                        "The features read the " + what + " '" + name + "', which the history does not have."
                                + Suggestion.sentence(name, found),
                        "declare it with " + where + "."));
            }
        }
    }

    private void table(Feature feature) {
        feature.events().ifPresent(events -> given(events.name().toLowerCase(Locale.ROOT), feature));
    }

    private void noInstallation() {
        problems.add(new Problem(
                ErrorCondition.PDM_COLUMN_NOT_FOUND,
                "The features read when machines were installed, which the history does not have.",
                "declare it with Machines.from(...).installedAt(...)."));
    }

    private void noActions() {
        problems.add(new Problem(
                ErrorCondition.PDM_COLUMN_NOT_FOUND,
                "The features read what was done at a maintenance, which the history does not have.",
                "declare it with MaintenanceLog.from(...).action(...)."));
    }

    /** A missing log must not pass for a machine without events. */
    private void given(String table, Feature feature) {
        if (!history.quality().table(table).given()) {
            problems.add(new Problem(
                    ErrorCondition.PDM_TABLE_MISSING,
                    "The feature " + feature + " reads the table '" + table + "', which the history does not have.",
                    "give it to FleetHistory.builder()."));
        }
    }
}
