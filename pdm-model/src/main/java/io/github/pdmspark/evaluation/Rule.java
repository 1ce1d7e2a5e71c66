package io.github.pdmspark.evaluation;

import io.github.pdmspark.alarm.AlarmPolicy;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/** What raises alarms in a sweep: the policy under judgement, or a baseline beside it. */
sealed interface Rule extends Serializable {

    /** A score rule. */
    record ByScore(AlarmPolicy policy) implements Rule {
        @Override
        public String name() {
            return "score >= " + policy.threshold();
        }

        @Override
        public Detector detector(int components) {
            return new ScoreDetector(policy, components);
        }
    }

    /** No alarm ever. */
    record Never() implements Rule {
        @Override
        public String name() {
            return "never alarm";
        }

        @Override
        public Detector detector(int components) {
            return new ConstantDetector(ConstantDetector.Answer.NEVER);
        }
    }

    /** A new episode of every component at every scored row: the upper end of detection and of false alarms. */
    record Always() implements Rule {
        @Override
        public String name() {
            return "always alarm";
        }

        @Override
        public Detector detector(int components) {
            return new ConstantDetector(ConstantDetector.Answer.ALWAYS);
        }
    }

    /** Alarm when a component's time since its last repair or failure reaches {@code age}; none while that is unknown. */
    record ByAge(Duration age) implements Rule {
        @Override
        public String name() {
            return "age of component >= " + age.toDays() + " days";
        }

        @Override
        public Detector detector(int components) {
            return new AgeDetector(age, components);
        }
    }

    /** Alarm when the last {@code window} holds at least {@code count} errors of codes that belong to the component. */
    record ByErrors(Map<String, Integer> componentOfCode, int count, Duration window) implements Rule {
        public ByErrors {
            componentOfCode = Map.copyOf(componentOfCode);
        }

        @Override
        public String name() {
            return "errors of last " + window.toHours() + " h >= " + count;
        }

        @Override
        public Detector detector(int components) {
            return new ErrorDetector(this, components);
        }
    }

    /** Name in reports. */
    String name();

    /** A fresh detector for one machine. */
    Detector detector(int components);
}
