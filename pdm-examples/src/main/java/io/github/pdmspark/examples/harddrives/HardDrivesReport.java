package io.github.pdmspark.examples.harddrives;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.Waterfall;
import io.github.pdmspark.evaluation.EventCounts;
import io.github.pdmspark.evaluation.FailureOutcome;
import io.github.pdmspark.evaluation.Metric;
import io.github.pdmspark.evaluation.Share;
import io.github.pdmspark.examples.harddrives.BudgetVerdict.FailedDrive;
import io.github.pdmspark.examples.harddrives.Candidate.Trial;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.report.Notebook;
import io.github.pdmspark.report.chart.Facet;
import io.github.pdmspark.report.chart.Line;
import io.github.pdmspark.report.chart.LineChart;
import io.github.pdmspark.report.chart.Point;
import io.github.pdmspark.report.chart.XAxis;
import io.github.pdmspark.report.result.Results;
import io.github.pdmspark.report.result.Words;
import io.github.pdmspark.report.table.TableView;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** The cells of the program, printed as it goes and written as one HTML page. */
final class HardDrivesReport {

    private static final int TOP = 10;
    private static final int BUDGET_STEPS = 40;
    private static final double BUDGET_STEP = 0.0025;

    private final Settings settings;
    private final Notebook notebook;
    private final Results results;
    private final long started = System.nanoTime();

    HardDrivesReport(Settings settings, PrintStream out) {
        this.settings = settings;
        this.notebook = Notebook.titled("Which hard drive fails next?", out);
        this.results = Results.in(notebook);
        notebook.section("What happened");
        notebook.text(settings.data()
                .map(folder -> "Daily files are read from " + folder + ".")
                .orElse(settings.drives() + " simulated drives with seed " + settings.seed() + "."));
        notebook.text(
                "One row a drive a day. A day's reading counts as taken when the day begins, a drive fails when its last"
                        + " day ends, and we predict every noon. Everything before " + settings.testFrom()
                        + " may be learnt from; nothing else is looked at before the verdict.");
    }

    private void progress(String step) {
        notebook.progress(String.format(Locale.ROOT, "%3d s  %s", elapsed().toSeconds(), step));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    void fill(List<SensorFill> fill, List<String> chosen) {
        TableView table = TableView.of("column", "filled", "of rows", "share", "becomes a sensor");
        for (SensorFill column : fill.stream()
                .sorted(Comparator.comparingDouble(SensorFill::share).reversed())
                .limit(TOP)
                .toList()) {
            table = table.withRow(
                    column.column(),
                    column.filled(),
                    column.rows(),
                    percent(column.share()),
                    chosen.contains(column.column()) ? "yes" : "no");
        }
        long empty = fill.stream().filter(column -> column.filled() == 0).count();
        notebook.table(
                "Which raw SMART columns have values on the training days?",
                table.withNote(empty + " of " + fill.size() + " raw columns have no value at all."));
        progress("Reading and checking ...");
    }

    void history(FleetHistory history) {
        results.quality(history.quality());
        progress("Computing features and labels ...");
    }

    void rows(Waterfall waterfall, List<String> features) {
        notebook.section("What was known, what came next");
        notebook.text("All " + waterfall.rows() + " rows before the test.");
        results.rows(waterfall);
        notebook.text(
                features.size() + " features: the last value of each sensor, its change since yesterday and since four"
                        + " days ago, its slope and number of readings in five days, capacity and model of the drive.");
        notebook.section("Settings, chosen on training days only");
    }

    void trying(Candidate candidate) {
        progress("Trying " + candidate.name() + " ...");
    }

    void trials(List<Trial> trials, Trial chosen) {
        TableView table = TableView.of(
                "candidate",
                "failures",
                "found at " + percent(settings.budget()),
                "at 2 %",
                "at 5 %",
                "mean place",
                "");
        for (Trial trial : trials) {
            DriveRanks ranks = trial.ranks();
            table = table.withRow(
                    trial.candidate().name(),
                    ranks.shares().size(),
                    ranks.within(settings.budget()).hits(),
                    ranks.within(0.02).hits(),
                    ranks.within(0.05).hits(),
                    percent(ranks.meanShare()),
                    trial.equals(chosen) ? "chosen" : "");
        }
        notebook.table(
                "Which candidate finds most failures from " + settings.chooseFrom()
                        + " on, trained on what came before?",
                table.withNote("Of equals the one with the better mean place of the failing drives is chosen."));
        progress("Training on all days before the test ...");
    }

    void model(ModelBundle bundle) {
        notebook.section("Verdict");
        results.importances(bundle.model().importances());
        progress("Scoring and judging ...");
    }

    void verdict(BudgetVerdict verdict, DriveRanks model, DriveRanks rule) {
        EventCounts counts = verdict.metrics().counts();
        Share found = counts.strictDetection();
        notebook.table(
                "How many failing drives does looking at " + verdict.visits() + " drives a day find?",
                TableView.of("rule", "failures", "found", "rate", "95 % interval", "median lead h")
                        .withRow(
                                "score",
                                counts.failures(),
                                counts.detected(),
                                percent(found),
                                interval(found),
                                hours(verdict.metrics().lead().medianHours()))
                        .withRow(
                                "most reallocated sectors",
                                rule.shares().size(),
                                rule.within(settings.budget()).hits(),
                                percent(rule.within(settings.budget())),
                                interval(rule.within(settings.budget())),
                                null)
                        .withRow("chance", counts.failures(), null, percent(settings.budget()), null, null)
                        .withNote("Intervals by Wilson. The lead counts from noon of the first alarm to the end of the"
                                + " drive's last day, so 12 h means the alarm came on that day."));
        notebook.chart(LineChart.of(
                "How many failing drives does a larger budget find?",
                XAxis.number("drives looked at each day, %"),
                Facet.of(
                        "failing drives found, %",
                        curve("score", budget -> 100 * rate(model.within(budget))),
                        curve("most reallocated sectors", budget -> 100 * rate(rule.within(budget))),
                        curve("chance", budget -> 100 * budget))));
        TableView table = TableView.of("drive", "model", "failed at", "outcome", "hours of warning", "hours counter");
        for (FailedDrive drive : verdict.drives()) {
            table = table.withRow(
                    drive.drive(),
                    drive.model(),
                    drive.failedAt(),
                    Words.of(FailureOutcome.valueOf(drive.outcome())),
                    drive.isFound() ? drive.leadHours().getAsDouble() : null,
                    drive.stoodStill() ? "stood still" : "ran");
        }
        notebook.table("Which drives failed, and which were announced?", table);
        notebook.text("A drive whose power-on hours stand still on its last day hung or was dead before its failure was"
                + " recorded: finding it is worth a visit, but it is no forecast. Found of those: "
                + verdict.foundStoodStill() + ". Found of the drives that still ran: " + verdict.foundRunning() + ".");
    }

    void write(ModelBundle model, Path out) {
        model.replace(out.resolve("model").toString());
        notebook.table(
                "What did it take?",
                TableView.of("elapsed s", "processor s", "peak heap MB", "processors")
                        .withRow(
                                elapsed().toSeconds(),
                                ProcessHandle.current()
                                        .info()
                                        .totalCpuDuration()
                                        .map(Duration::toSeconds)
                                        .orElse(0L),
                                Math.round(PeakMemory.megabytes()),
                                Runtime.getRuntime().availableProcessors()));
        notebook.writeHtml(out.resolve("report.html"));
    }

    private static Line curve(String name, DoubleUnaryOperator percentAt) {
        return Line.of(
                name,
                IntStream.rangeClosed(0, BUDGET_STEPS)
                        .mapToObj(i -> Point.of(100 * i * BUDGET_STEP, percentAt.applyAsDouble(i * BUDGET_STEP)))
                        .toList());
    }

    private static double rate(Share share) {
        return share.value().value().orElse(0);
    }

    private static String percent(Share share) {
        return share.total() == 0 ? "-" : percent(rate(share));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String interval(Share share) {
        return share.interval()
                .map(ends -> percent(ends.low()) + " to " + percent(ends.high()))
                .orElse("-");
    }

    private static String hours(Metric hours) {
        return hours.value().isPresent()
                ? String.format(Locale.ROOT, "%.0f", hours.value().getAsDouble())
                : "-";
    }
}
