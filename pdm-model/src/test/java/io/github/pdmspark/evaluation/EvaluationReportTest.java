package io.github.pdmspark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {

    private static final EventCounts COUNTS = new EventCounts(1, 8, 0, 1, 1, 9, 1, 3, 2);
    private static final EvaluationReport REPORT = EvaluationReport.of(
            events("score >= 0.4", COUNTS, new double[] {12, 24, 36}),
            List.of(events("never alarm", new EventCounts(1, 0, 0, 0, 10, 0, 0, 0, 0), new double[0])),
            rows());

    @Test
    void jsonHasTheNamesThatProgramsRead() throws Exception {
        JsonNode json = JsonMapper.builder().build().readTree(REPORT.toJson());

        assertThat(json.at("/rows/macroF1").asDouble()).isBetween(0.86, 0.87);
        assertThat(json.at("/rows/confusion/0/1").asInt()).isEqualTo(1);
        assertThat(json.at("/events/failures").asInt()).isEqualTo(11);
        assertThat(json.at("/events/detected").asInt()).isEqualTo(8);
        assertThat(json.at("/events/detectionRate").asDouble()).isEqualTo(0.8);
        assertThat(json.at("/events/medianLeadHours").asDouble()).isEqualTo(24);
        assertThat(json.at("/events/falseAlarmsPerMachineYear").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/events/falseAlarmsPerScoredMachineYear").asDouble())
                .isEqualTo(1);
        assertThat(json.at("/events/components/c0/detected").asInt()).isEqualTo(8);
        assertThat(json.at("/events/medianLeadHoursInterval/1").asDouble()).isEqualTo(30);
    }

    @Test
    void groupsCostsAndReliabilityAreInTheJson() throws Exception {
        Cost cost = new Cost(30, 8, 3, 1, 2);
        CostReport costs = new CostReport(
                new CostReport.RuleCost("score >= 0.4", cost),
                List.of(new CostReport.RuleCost("never alarm", new Cost(110, 0, 0, 0, 2))),
                new CostReport.Savings(
                        "never alarm", Metric.of(0.6), Optional.of(new Interval(0.4, 0.7)), Metric.of(34)));
        EventCounts none = new EventCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);
        EvaluationReport report = REPORT.withCosts(costs)
                .withGroups(List.of(
                        new GroupEvents("site/line", "a", REPORT.events()),
                        new GroupEvents("site/line", "b", events("score >= 0.4", none, new double[0]))));

        JsonNode json = JsonMapper.builder().build().readTree(report.toJson());

        assertThat(json.at("/groups/site~1line/a/detected").asInt()).isEqualTo(8);
        assertThat(json.at("/groups/site~1line/b/detectionRate").isNull()).isTrue();
        assertThat(json.at("/groups/site~1line/b/detectionRateReason").asText()).isEqualTo("nothing to count: 0 of 0");
        assertThat(json.at("/costs/policy/costPerMachineYear").asDouble()).isEqualTo(21);
        assertThat(json.at("/costs/baselines/never alarm/total").asDouble()).isEqualTo(110);
        assertThat(json.at("/costs/savings/share").asDouble()).isEqualTo(0.6);
        assertThat(json.at("/costs/savings/shareInterval/0").asDouble()).isEqualTo(0.4);
        assertThat(json.at("/rows/anyFailure/reliability/0/observed").asDouble())
                .isEqualTo(0.2);
        assertThat(json.at("/rows/anyFailure/reliability/0/observedInterval/1").asDouble())
                .isEqualTo(0.5);
        assertThat(json.at("/events/components/c0/falseAlarmsPerMachineYear").asDouble())
                .isEqualTo(1.5);
        assertThat(report.toString())
                .contains("site/line a                        8 of 10 (80.0 %), median 24.0 h, 3 in 2.00")
                .contains("site/line b                        0 of 0, median none")
                .contains("savings against 'never alarm': 0.6000 95 % [0.400, 0.700]");
    }

    @Test
    void undefinedNumbersAreNullWithTheirReason() throws Exception {
        JsonNode never = JsonMapper.builder().build().readTree(REPORT.toJson()).at("/baselines/never alarm");

        assertThat(never.get("medianLeadHours").isNull()).isTrue();
        assertThat(never.get("medianLeadHoursReason").asText()).isEqualTo("no failure was detected");
    }

    @Test
    void textTellsTheEventsFirst() {
        assertThat(REPORT.toString())
                .startsWith("Failures and alarms: score >= 0.4")
                .contains("8 of 10 (80.0 %) 95 % [0.490, 0.943]")
                .contains("24.0 h 95 % [12.0, 30.0]")
                .contains("9 true, 1 late, 3 false, 2 undetermined")
                .contains("3 in 2.00 machine-years (1.5000 per machine-year)")
                .contains("never alarm                        0 of 10 (0.0 %), median none")
                .contains("accuracy                           9 of 10 (90.0 %), majority 8 of 10 (80.0 %)");
    }

    private static EventMetrics events(String rule, EventCounts counts, double[] leads) {
        Map<String, Interval> bootstrap =
                leads.length == 0 ? Map.of() : Map.of(EventMetrics.MEDIAN_LEAD, new Interval(12, 30));
        LeadTimes lead = LeadTimes.of(leads);
        return new EventMetrics(
                rule, counts, lead, List.of(new ComponentEvents("c0", counts, lead, 2)), 5, 3, 2, bootstrap);
    }

    private static RowMetrics rows() {
        ConfusionMatrix confusion = ConfusionMatrix.of(List.of("none", "c0"), new long[][] {{7, 1}, {0, 2}});
        List<ReliabilityBin> bins =
                List.of(new ReliabilityBin(0.1, 0.2, 10, 0.15, new Share(2, 10), new Interval(0.05, 0.5)));
        ScoreQuality quality = ScoreQuality.of("any failure", bins, 1.5, Metric.of(0.7));
        return new RowMetrics(confusion, quality, List.of(), 4, 0);
    }
}
