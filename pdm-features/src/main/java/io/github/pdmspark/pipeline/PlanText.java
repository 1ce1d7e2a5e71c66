package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.EventSource;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.FeatureKernel;
import io.github.pdmspark.schema.Columns;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What computing a feature table will do, in words. */
final class PlanText {

    private final FeatureSpec spec;
    private final FeatureKernel kernel;
    private final FleetHistory history;
    private final Optional<TimeRange> read;

    PlanText(FeatureSpec spec, FeatureKernel kernel, FleetHistory history, Optional<TimeRange> read) {
        this.spec = spec;
        this.kernel = kernel;
        this.history = history;
        this.read = read;
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(count(spec.featureNames().size(), "column") + " of "
                + count(spec.features().size(), "feature") + ", every "
                + spec.cadence().every() + ", specification " + spec.fingerprint());
        lines.add("Scanned once: telemetry " + dated(kernel.sensors())
                + read.map(range -> ", readings of " + range).orElse(""));
        spec.eventsRead().forEach(log -> lines.add("Scanned once: " + log(log)));
        if (history.hasSuspensions()) {
            lines.add("Scanned once: suspensions "
                    + List.of(Columns.MACHINE_ID, Columns.EVENT_TIME, Columns.UNTIL)
                    + ", and joined with the telemetry where it is read: readings of suspended machines are left out");
        }
        if (history.quality().table("machines").given()) {
            lines.add("Scanned once: machines " + attributes());
        }
        lines.add("Shuffled once, by machine: tiles, " + count(kernel.tilesPerStep(), "tile") + " per "
                + spec.cadence().every() + " and machine with readings, at most "
                + count(kernel.largestTileBytes(), "byte") + " each");
        if (!kernel.trackedSensors().isEmpty()) {
            lines.add("Shuffled once, by machine: every reading of " + String.join(", ", kernel.trackedSensors()) + ", "
                    + count(kernel.readingBytes(), "byte") + " each");
        }
        spec.normalisation()
                .ifPresent(normalisation -> lines.add("Normalised by "
                        + count(normalisation.regimes().size(), "regime") + " of "
                        + String.join(", ", normalisation.settings()) + ": "
                        + String.join(", ", normalisation.sensors())));
        lines.add("Computed: one row per machine and prediction time from the windows " + windows());
        lines.add("Looks back: " + spec.longestWindow()
                + (kernel.looksBackToMaintenance() ? ", and to the latest maintenance" : ""));
        return String.join("\n", lines);
    }

    private String log(EventSource log) {
        String name = log == EventSource.ERRORS ? Columns.CODE : Columns.COMPONENT;
        List<String> names =
                log == EventSource.MAINTENANCE && kernel.readsActions() ? List.of(name, Columns.ACTION) : List.of(name);
        return log.name().toLowerCase(Locale.ROOT) + " " + dated(names);
    }

    private String attributes() {
        List<String> columns = new ArrayList<>(List.of(Columns.MACHINE_ID));
        columns.addAll(kernel.categoricalAttributes());
        columns.addAll(kernel.numericAttributes());
        List<String> times = List.of(history.machines().columns());
        Stream.of(Columns.VALID_FROM, Columns.VALID_TO).filter(times::contains).forEach(columns::add);
        if (kernel.readsInstallation()) {
            columns.add(Columns.INSTALLED_AT);
        }
        return columns.toString();
    }

    private static String dated(List<String> names) {
        List<String> columns = new ArrayList<>(List.of(Columns.MACHINE_ID, Columns.EVENT_TIME, Columns.KNOWN_AT));
        columns.addAll(names);
        return columns.toString();
    }

    private String windows() {
        String text = spec.windowsRead().stream().map(PlanText::window).collect(Collectors.joining(", "));
        return text.isEmpty() ? "none" : text;
    }

    private static String window(Window window) {
        if (window instanceof Window.Sliding sliding) {
            Duration lag = sliding.lag();
            return sliding.length() + (lag.isZero() ? "" : " ending " + lag + " earlier");
        }
        return window.length() + " tumbling";
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
