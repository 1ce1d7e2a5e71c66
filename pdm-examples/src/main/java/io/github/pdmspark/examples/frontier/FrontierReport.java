package io.github.pdmspark.examples.frontier;

import io.github.pdmspark.evaluation.CostReport;
import io.github.pdmspark.evaluation.EventMetrics;
import io.github.pdmspark.evaluation.GroupEvents;
import io.github.pdmspark.evaluation.Interval;
import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.evaluation.ReliabilityBin;
import io.github.pdmspark.evaluation.ScoreQuality;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.chart.Facet;
import io.github.pdmspark.report.chart.Line;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.report.table.TableView;
import io.github.pdmspark.split.SplitReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cells of the frontier, printed as the job goes and written as one HTML page. */
final class FrontierReport {

    private final Notebook notebook;

    FrontierReport(PrintStream out) {
        notebook = Notebook.titled("How many failures, how early, at how many false alarms?", out);
    }

    void progress(String step) {
        notebook.progress(step);
    }

    void split(SplitReport split) {
        notebook.section("One model per component");
        notebook.text(
                "One forest for each component learns whether it fails within 48 h; each is calibrated on the calibration"
                        + " slice. So two components that fail together are both announced.");
        Results.in(notebook).split(split);
        notebook.progress("Training one forest per component ...");
    }

    void frontiers(List<Frontier> frontiers) {
        notebook.section("The frontier of the test period");
        notebook.chart(LineChart.of(
                "What does one more false alarm buy?",
                XAxis.number("false alarms per machine-year"),
                Facet.of("share of failures announced", lines(frontiers, Frontier::detection)),
                Facet.of("median hours of warning", lines(frontiers, Frontier::lead))));
    }

    private static Line[] lines(List<Frontier> frontiers, java.util.function.Function<Frontier, Line> kind) {
        return frontiers.stream().map(kind).toArray(Line[]::new);
    }

    void verdicts(List<Verdict> verdicts) {
        notebook.section("Policies chosen on the calibration slice");
        TableView table = TableView.of(
                "limit",
                "threshold",
                "k of n",
                "slice",
                "failures",
                "detected",
                "median lead h",
                "false per machine-year");
        for (Verdict verdict : verdicts) {
            table = withRow(table, verdict, "calibration", verdict.chosen().onCalibration());
            table = withRow(table, verdict, "test", verdict.test().events());
        }
        notebook.table("What do they announce?", table);
        Verdict first = verdicts.get(0);
        first.test().costs().ifPresent(this::costs);
        notebook.table("Which machines are served worse?", groups(first.test().groups()));
        notebook.section("Are the probabilities true?");
        notebook.table(
                "How good is the probability of each component?",
                qualities(first.test().rows().components()));
        notebook.table(
                "Does it happen as often as promised?",
                reliability(first.test().rows().components()));
    }

    private static TableView withRow(TableView table, Verdict verdict, String slice, EventMetrics metrics) {
        return table.withRow(
                verdict.limit(),
                verdict.chosen().policy().threshold(),
                verdict.chosen().policy().k() + " of "
                        + verdict.chosen().policy().n(),
                slice,
                metrics.counts().failures(),
                metrics.counts().detected(),
                shown(metrics.lead().medianHours()),
                shown(metrics.falseAlarms().perMachineYear()));
    }

    private void costs(CostReport costs) {
        TableView table = TableView.of("rule", "total", "per machine-year");
        table = table.withRow(
                costs.policy().rule(),
                costs.policy().cost().total(),
                shown(costs.policy().cost().perMachineYear()));
        for (CostReport.RuleCost baseline : costs.baselines()) {
            table = table.withRow(
                    baseline.rule(),
                    baseline.cost().total(),
                    shown(baseline.cost().perMachineYear()));
        }
        notebook.table("What does it cost, in days of lost production?", table);
        notebook.text(
                "A missed failure costs 10, a planned repair 3, a useless visit 1, a day of unused life 0.1. Saved"
                        + " against '" + costs.savings().baseline() + "': "
                        + costs.savings().share()
                        + text(costs.savings().shareInterval()) + ".");
    }

    private static TableView groups(List<GroupEvents> groups) {
        TableView table = TableView.of("group", "machines", "failures", "detected", "false per machine-year");
        for (GroupEvents group : groups) {
            table = table.withRow(
                    group.attribute() + " " + group.value(),
                    group.metrics().machines(),
                    group.metrics().counts().failures(),
                    group.metrics().counts().detected(),
                    shown(group.metrics().falseAlarms().perMachineYear()));
        }
        return table;
    }

    private static TableView qualities(List<ScoreQuality> components) {
        TableView table = TableView.of("component", "prevalence", "average precision", "Brier skill", "ECE");
        for (ScoreQuality quality : components) {
            table = table.withRow(
                    quality.target(),
                    shown(quality.prevalence().value()),
                    shown(quality.averagePrecision()),
                    shown(quality.brierSkill()),
                    shown(quality.calibrationError()));
        }
        return table;
    }

    private static TableView reliability(List<ScoreQuality> components) {
        TableView table = TableView.of("component", "from", "rows", "promised", "observed", "95 %", "kept");
        for (ScoreQuality quality : components) {
            for (ReliabilityBin bin : quality.reliability()) {
                table = table.withRow(
                        quality.target(),
                        String.format(Locale.ROOT, "%.1f", bin.from()),
                        bin.rows(),
                        bin.meanScore(),
                        shown(bin.observed().value()),
                        bin.interval().toString(),
                        bin.isKept() ? "yes" : "no");
            }
        }
        return table;
    }

    /** A number for the column to write, or why there is none. */
    private static Object shown(Metric metric) {
        return metric.value().isPresent() ? metric.value().getAsDouble() : metric.toString();
    }

    private static String text(Optional<Interval> interval) {
        return interval.map(ends -> ", 95 % " + ends).orElse("");
    }

    void write(Path out) {
        notebook.writeHtml(out.resolve("report.html"));
        notebook.progress("Report: " + out.resolve("report.html"));
    }
}
