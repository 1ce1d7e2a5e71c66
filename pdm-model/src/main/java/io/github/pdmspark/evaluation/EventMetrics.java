package io.github.pdmspark.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The verdict by events: which failures were warned of, how long before, at how many false alarms.
 *
 * @param rule what raised the alarms
 * @param counts outcomes of all failures and episodes
 * @param lead hours of warning
 * @param components the same by component
 * @param machines machines with at least one scored row
 * @param scoredYears machine-years that the scored rows stand for
 * @param quietYears the part of them in which an alarm would be false: observed long enough afterwards and outside the
 *     window of every failure, averaged over the components
 * @param bootstrap 95 % intervals by resampling machines, by name of the number; empty for baselines
 */
public record EventMetrics(
        String rule,
        EventCounts counts,
        LeadTimes lead,
        List<ComponentEvents> components,
        long machines,
        double scoredYears,
        double quietYears,
        Map<String, Interval> bootstrap) {

    static final String MEDIAN_LEAD = "medianLeadHours";
    static final String PRECISION = "eventPrecision";

    public EventMetrics {
        components = List.copyOf(components);
        bootstrap = Map.copyOf(bootstrap);
    }

    /** False episodes per machine-year of time in which an alarm would be false: the headline. */
    public Frequency falseAlarms() {
        return new Frequency(counts.falseEpisodes(), quietYears);
    }

    /** The same false episodes over all scored time. */
    public Frequency falseAlarmsOfScoredTime() {
        return new Frequency(counts.falseEpisodes(), scoredYears);
    }

    /** The most that can be held against the alarms: false and undetermined episodes over all scored time. */
    public Frequency unconfirmedAlarmsOfScoredTime() {
        return new Frequency(counts.falseEpisodes() + counts.undeterminedEpisodes(), scoredYears);
    }

    /** Bootstrap interval of the median lead in hours. */
    public Optional<Interval> medianLeadInterval() {
        return Optional.ofNullable(bootstrap.get(MEDIAN_LEAD));
    }

    /** Bootstrap interval of the event precision. */
    public Optional<Interval> precisionInterval() {
        return Optional.ofNullable(bootstrap.get(PRECISION));
    }

    EventMetrics withBootstrap(Map<String, Interval> intervals) {
        return new EventMetrics(rule, counts, lead, components, machines, scoredYears, quietYears, intervals);
    }
}
