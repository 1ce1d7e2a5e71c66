package io.github.pdmspark.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Tallies of several rules: of the whole fleet, and of each machine that came singly. */
final class MachineTallies {

    private final int components;
    private final List<EventTally> totals;
    /** By name: the partitioning decides the order of arrival, and a bootstrap must not depend on it. */
    private final List<SortedMap<String, EventTally>> machines;

    MachineTallies(int components, int rules) {
        this.components = components;
        this.totals =
                Stream.generate(() -> new EventTally(components)).limit(rules).toList();
        this.machines = Stream.generate(() -> (SortedMap<String, EventTally>) new TreeMap<String, EventTally>())
                .limit(rules)
                .toList();
    }

    /** A row of {@link EventTally#SCHEMA}. */
    void add(Row row) {
        totals.get(row.getInt(0)).add(row);
        if (!row.isNullAt(1)) {
            machines.get(row.getInt(0)).put(row.getString(1), new EventTally(components).add(row));
        }
    }

    EventTally total(int rule) {
        return totals.get(rule);
    }

    /** The machines with a failure or an alarm under the rule, by name. */
    List<EventTally> ofRule(int rule) {
        return new ArrayList<>(machines.get(rule).values());
    }

    SortedMap<String, EventTally> byName(int rule) {
        return machines.get(rule);
    }
}
