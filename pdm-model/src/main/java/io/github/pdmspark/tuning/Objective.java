package io.github.pdmspark.tuning;

import io.github.pdmspark.evaluation.CostTuning;
import io.github.pdmspark.evaluation.Evaluator;

/** By what candidates are compared. */
public sealed interface Objective {

    /** What the number is called in reports. */
    String title();

    /** 1 if more is better, -1 if less is. */
    int direction();

    /** The mean of the components' average precisions; components without a positive row in a fold are left out. */
    static Objective averagePrecision() {
        return new AveragePrecision();
    }

    /**
     * The cost per machine-year of the alarm policy that {@code policies} chooses on the calibration slice of the fold. Folds
     * need one.
     *
     * @param evaluator how alarms are matched with failures; it gets to know nothing that happens after the tuned rows
     * @param policies costs, limits and policies to choose from
     */
    static Objective eventCost(Evaluator evaluator, CostTuning policies) {
        return new EventCost(evaluator, policies);
    }

    /** By rows. */
    record AveragePrecision() implements Objective {

        @Override
        public String title() {
            return "mean average precision";
        }

        @Override
        public int direction() {
            return 1;
        }
    }

    /** By failures and alarms, in money. */
    record EventCost(Evaluator evaluator, CostTuning policies) implements Objective {

        @Override
        public String title() {
            return "cost per machine-year";
        }

        @Override
        public int direction() {
            return -1;
        }
    }
}
