package io.github.pdmspark.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Collects the costs of a {@link CostModel}; none has a default, as each changes which alarm pays. */
public final class CostModelBuilder {

    private double missedFailure = Double.NaN;
    private double plannedRepair = Double.NaN;
    private double uselessVisit = Double.NaN;
    private double unusedLifePerDay = Double.NaN;

    CostModelBuilder() {}

    /** Cost of a failure without a warning in time. */
    public CostModelBuilder missedFailure(double cost) {
        missedFailure = cost;
        return this;
    }

    /** Cost of a repair that a warning let be planned. */
    public CostModelBuilder plannedRepair(double cost) {
        plannedRepair = cost;
        return this;
    }

    /** Cost of a visit that finds nothing. */
    public CostModelBuilder uselessVisit(double cost) {
        uselessVisit = cost;
        return this;
    }

    /** Cost of each day between the first alarm and the failure, which a repair on the alarm takes from the component. */
    public CostModelBuilder unusedLifePerDay(double cost) {
        unusedLifePerDay = cost;
        return this;
    }

    /**
     * The costs.
     *
     * @throws IllegalStateException naming every cost that was not given
     */
    public CostModel build() {
        List<String> missing = new ArrayList<>();
        note("missedFailure", missedFailure, missing);
        note("plannedRepair", plannedRepair, missing);
        note("uselessVisit", uselessVisit, missing);
        note("unusedLifePerDay", unusedLifePerDay, missing);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "A cost model is not complete. Call first (0 is a cost, too): " + String.join(", ", missing));
        }
        return new CostModel(missedFailure, plannedRepair, uselessVisit, unusedLifePerDay);
    }

    private static void note(String name, double cost, List<String> missing) {
        if (Double.isNaN(cost)) {
            missing.add(name);
        }
    }
}
