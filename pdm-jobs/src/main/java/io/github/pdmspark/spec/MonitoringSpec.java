package io.github.pdmspark.spec;

import io.github.pdmspark.evaluation.CostModel;
import java.time.Duration;
import java.util.Optional;

/**
 * What is watched after deployment.
 *
 * @param window how much of the latest time is compared with training
 * @param reportDelay how long after a failure its record arrives at the latest
 * @param silentAfter without a reading for longer than this a machine counts as silent
 * @param visits what people found, with {@code machine_id, component, event_time, outcome}
 * @param challenger a model that may take the place of the present one
 */
public record MonitoringSpec(
        Duration window,
        Duration reportDelay,
        Duration silentAfter,
        Optional<SourceSpec> visits,
        Optional<Challenger> challenger) {

    /**
     * A model that scores into the same table, and what things cost.
     *
     * @param model folder of its bundle
     * @param missedFailure cost of a failure that no alarm warned of in time
     * @param plannedRepair cost of one that was warned of
     * @param uselessVisit cost of a false alarm
     * @param unusedLifePerDay cost of a day of life that an early repair takes
     */
    public record Challenger(
            String model, double missedFailure, double plannedRepair, double uselessVisit, double unusedLifePerDay) {

        public Challenger {
            new CostModel(missedFailure, plannedRepair, uselessVisit, unusedLifePerDay);
        }

        /** The costs. */
        public CostModel costs() {
            return new CostModel(missedFailure, plannedRepair, uselessVisit, unusedLifePerDay);
        }
    }
}
