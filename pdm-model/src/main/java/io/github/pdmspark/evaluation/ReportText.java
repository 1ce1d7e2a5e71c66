package io.github.pdmspark.evaluation;

import java.util.Locale;
import java.util.Optional;

/** Writes an {@link EvaluationReport} for people: events first, rows after. */
final class ReportText {

    private final EvaluationReport report;
    private final StringBuilder text = new StringBuilder();

    ReportText(EvaluationReport report) {
        this.report = report;
    }

    String text() {
        events(report.events());
        text.append("By component\n");
        report.events().components().forEach(this::component);
        report.groups().forEach(this::group);
        text.append("Beside it\n");
        report.baselines().forEach(this::baseline);
        report.costs().ifPresent(costs -> text.append("Costs\n")
                .append(costs.toString().indent(2)));
        rows(report.rows());
        return text.toString();
    }

    private void events(EventMetrics metrics) {
        EventCounts counts = metrics.counts();
        text.append("Failures and alarms: ").append(metrics.rule()).append('\n');
        line(
                "failures detected, of those seen",
                counts.detection() + in(counts.detection().interval()));
        line("of all failures", counts.strictDetection());
        line(
                "not detected",
                counts.early() + " early, " + counts.late() + " late, " + counts.missed() + " missed, "
                        + counts.notSeen() + " not seen");
        line("median hours of warning", hours(metrics.lead().medianHours()) + in(metrics.medianLeadInterval()));
        line(
                "10 % and 90 %",
                hours(metrics.lead().p10Hours()) + ", " + hours(metrics.lead().p90Hours()));
        line(
                "alarm episodes",
                counts.trueEpisodes() + " true, " + counts.lateEpisodes() + " late, " + counts.falseEpisodes()
                        + " false, " + counts.undeterminedEpisodes() + " undetermined");
        line("false alarms", metrics.falseAlarms() + in(metrics.falseAlarms().interval()));
        line("false alarms of all scored time", metrics.falseAlarmsOfScoredTime());
        line("with the undetermined", metrics.unconfirmedAlarmsOfScoredTime());
        line("event precision", counts.precision() + in(metrics.precisionInterval()));
    }

    private void component(ComponentEvents component) {
        line(
                component.component(),
                component.counts().detection() + ", median "
                        + hours(component.lead().medianHours()) + ", " + component.falseAlarms());
    }

    private void group(GroupEvents group) {
        line(group.attribute() + " " + group.value(), group.metrics());
    }

    private void baseline(EventMetrics metrics) {
        line(metrics.rule(), metrics);
    }

    private void line(String name, EventMetrics metrics) {
        line(
                name,
                metrics.counts().detection() + ", median "
                        + hours(metrics.lead().medianHours()) + ", " + metrics.falseAlarms());
    }

    private void rows(RowMetrics metrics) {
        ConfusionMatrix confusion = metrics.confusion();
        text.append("Rows: ").append(metrics.rows()).append(" judged, ").append(metrics.unlabelled());
        text.append(" without label, ")
                .append(metrics.unscored())
                .append(" without score\n")
                .append(confusion);
        for (ClassMetrics one : confusion.byClass()) {
            line(one.name(), "precision " + one.precision() + ", recall " + one.recall() + ", F1 " + one.f1());
        }
        line("macro F1 of all classes", confusion.macroF1());
        line("macro F1 of the components", confusion.componentMacroF1());
        line("accuracy", confusion.accuracy() + ", majority " + confusion.majorityBaseline());
        quality(metrics.anyFailure());
        metrics.components().forEach(this::quality);
    }

    private void quality(ScoreQuality quality) {
        line(
                "score of " + quality.target(),
                "AP " + quality.averagePrecision() + " at prevalence "
                        + quality.prevalence().value() + ", Brier skill " + quality.brierSkill() + ", ECE "
                        + quality.calibrationError());
    }

    private void line(String name, Object value) {
        text.append(String.format(Locale.ROOT, "  %-34s %s%n", name, value));
    }

    private static String hours(Metric hours) {
        return hours.value().isPresent()
                ? String.format(Locale.ROOT, "%.1f h", hours.value().getAsDouble())
                : "none";
    }

    private static String in(Optional<Interval> interval) {
        return interval.map(ends -> " 95 % " + ends).orElse("");
    }
}
