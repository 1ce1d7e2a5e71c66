package io.github.pdmspark.evaluation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Writes an {@link EvaluationReport} as JSON; the names are part of the library's interface. */
final class ReportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final EvaluationReport report;

    ReportJson(EvaluationReport report) {
        this.report = report;
    }

    String text() {
        ObjectNode root = MAPPER.createObjectNode();
        events(root.putObject("events"), report.events());
        ObjectNode baselines = root.putObject("baselines");
        report.baselines().forEach(baseline -> events(baselines.putObject(baseline.rule()), baseline));
        ObjectNode groups = root.putObject("groups");
        report.groups()
                .forEach(group -> events(
                        groups.withObject("/" + pointer(group.attribute())).putObject(group.value()), group.metrics()));
        report.costs().ifPresent(costs -> costs(root.putObject("costs"), costs));
        rows(root.putObject("rows"), report.rows());
        return root.toPrettyString();
    }

    /** A name as one step of a JSON pointer. */
    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void costs(ObjectNode node, CostReport report) {
        cost(node.putObject("policy"), report.policy());
        ObjectNode baselines = node.putObject("baselines");
        report.baselines().forEach(baseline -> cost(baselines.putObject(baseline.rule()), baseline));
        ObjectNode savings = node.putObject("savings");
        savings.put("against", report.savings().baseline());
        metric(savings, "share", report.savings().share());
        interval(savings, "share", report.savings().shareInterval());
        metric(savings, "perMachineYear", report.savings().perMachineYear());
    }

    private static void cost(ObjectNode node, CostReport.RuleCost one) {
        node.put("rule", one.rule());
        node.put("missed", one.cost().missed());
        node.put("planned", one.cost().planned());
        node.put("useless", one.cost().useless());
        node.put("unusedLife", one.cost().unusedLife());
        node.put("total", one.cost().total());
        metric(node, "costPerMachineYear", one.cost().perMachineYear());
    }

    private static void events(ObjectNode node, EventMetrics metrics) {
        node.put("rule", metrics.rule());
        counts(node, metrics.counts());
        metric(node, "strictDetectionRate", metrics.counts().strictDetection().value());
        interval(node, "detectionRate", metrics.counts().detection().interval());
        lead(node, metrics.lead());
        interval(node, "medianLeadHours", metrics.medianLeadInterval());
        falseAlarms(node, metrics);
        metric(node, "eventPrecision", metrics.counts().precision().value());
        interval(node, "eventPrecision", metrics.precisionInterval());
        node.put("machines", metrics.machines());
        node.put("scoredMachineYears", metrics.scoredYears());
        node.put("quietMachineYears", metrics.quietYears());
        ObjectNode components = node.putObject("components");
        for (ComponentEvents component : metrics.components()) {
            ObjectNode part = components.putObject(component.component());
            counts(part, component.counts());
            lead(part, component.lead());
            interval(part, "detectionRate", component.counts().detection().interval());
            metric(part, "falseAlarmsPerMachineYear", component.falseAlarms().perMachineYear());
            interval(part, "falseAlarmsPerMachineYear", component.falseAlarms().interval());
            part.put("quietMachineYears", component.quietYears());
        }
    }

    private static void counts(ObjectNode node, EventCounts counts) {
        node.put("failures", counts.failures());
        node.put("seen", counts.seen());
        node.put("notSeen", counts.notSeen());
        node.put("detected", counts.detected());
        node.put("early", counts.early());
        node.put("late", counts.late());
        node.put("missed", counts.missed());
        node.put("trueEpisodes", counts.trueEpisodes());
        node.put("lateEpisodes", counts.lateEpisodes());
        node.put("falseEpisodes", counts.falseEpisodes());
        node.put("undeterminedEpisodes", counts.undeterminedEpisodes());
        metric(node, "detectionRate", counts.detection().value());
    }

    private static void lead(ObjectNode node, LeadTimes lead) {
        metric(node, "p10LeadHours", lead.p10Hours());
        metric(node, "medianLeadHours", lead.medianHours());
        metric(node, "p90LeadHours", lead.p90Hours());
    }

    private static void falseAlarms(ObjectNode node, EventMetrics metrics) {
        metric(node, "falseAlarmsPerMachineYear", metrics.falseAlarms().perMachineYear());
        interval(node, "falseAlarmsPerMachineYear", metrics.falseAlarms().interval());
        metric(node, "falseAlarmsPerMachineMonth", metrics.falseAlarms().perMachineMonth());
        metric(
                node,
                "falseAlarmsPerScoredMachineYear",
                metrics.falseAlarmsOfScoredTime().perMachineYear());
        metric(
                node,
                "unconfirmedAlarmsPerScoredMachineYear",
                metrics.unconfirmedAlarmsOfScoredTime().perMachineYear());
    }

    private static void rows(ObjectNode node, RowMetrics metrics) {
        ConfusionMatrix confusion = metrics.confusion();
        node.put("rows", metrics.rows());
        node.put("unlabelled", metrics.unlabelled());
        node.put("unscored", metrics.unscored());
        metric(node, "macroF1", confusion.macroF1());
        metric(node, "componentMacroF1", confusion.componentMacroF1());
        metric(node, "accuracy", confusion.accuracy().value());
        metric(node, "majorityBaseline", confusion.majorityBaseline().value());
        node.putPOJO("confusionClasses", confusion.classes());
        node.putPOJO("confusion", confusion.counts());
        ObjectNode classes = node.putObject("classes");
        for (ClassMetrics one : confusion.byClass()) {
            ObjectNode part = classes.putObject(one.name());
            part.put("support", one.support());
            part.put("predicted", one.predicted());
            metric(part, "precision", one.precision());
            metric(part, "recall", one.recall());
            metric(part, "f1", one.f1());
        }
        quality(node.putObject("anyFailure"), metrics.anyFailure());
        ObjectNode components = node.putObject("components");
        metrics.components().forEach(one -> quality(components.putObject(one.target()), one));
    }

    private static void quality(ObjectNode node, ScoreQuality quality) {
        metric(node, "prevalence", quality.prevalence().value());
        metric(node, "averagePrecision", quality.averagePrecision());
        metric(node, "brier", quality.brier());
        metric(node, "brierSkill", quality.brierSkill());
        metric(node, "expectedCalibrationError", quality.calibrationError());
        ObjectNode parts = node.putObject("brierParts");
        metric(parts, "reliability", quality.brierParts().reliability());
        metric(parts, "resolution", quality.brierParts().resolution());
        metric(parts, "uncertainty", quality.brierParts().uncertainty());
        metric(parts, "within", quality.brierParts().within());
        ArrayNode reliability = node.putArray("reliability");
        for (ReliabilityBin bin : quality.reliability()) {
            ObjectNode one = reliability.addObject();
            one.put("from", bin.from());
            one.put("to", bin.to());
            one.put("rows", bin.rows());
            one.put("meanScore", bin.meanScore());
            one.put("positives", bin.observed().hits());
            metric(one, "observed", bin.observed().value());
            interval(one, "observed", Optional.of(bin.interval()));
        }
    }

    private static void metric(ObjectNode node, String name, Metric metric) {
        metric.value().ifPresentOrElse(number -> node.put(name, number), () -> node.putNull(name));
        metric.reason().ifPresent(reason -> node.put(name + "Reason", reason));
    }

    private static void interval(ObjectNode node, String name, Optional<Interval> interval) {
        interval.ifPresent(
                ends -> node.putArray(name + "Interval").add(ends.low()).add(ends.high()));
    }
}
