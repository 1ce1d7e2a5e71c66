package io.github.pdmspark.evaluation;

/**
 * The outcomes of one component's failures and alarms.
 *
 * @param component its name
 * @param counts its failures and episodes
 * @param lead hours of warning before its failures
 * @param quietYears scored machine-years in which an alarm of this component would be false
 */
public record ComponentEvents(String component, EventCounts counts, LeadTimes lead, double quietYears) {

    /** False episodes of the component per machine-year of time in which one would be false. */
    public Frequency falseAlarms() {
        return new Frequency(counts.falseEpisodes(), quietYears);
    }
}
