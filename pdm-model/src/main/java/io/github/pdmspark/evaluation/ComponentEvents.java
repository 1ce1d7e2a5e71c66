package io.github.pdmspark.evaluation;

/** The outcomes of one component's failures and alarms. */
public record ComponentEvents(String component, EventCounts counts, LeadTimes lead) {}
