package io.github.pdmspark.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.evaluation.AlarmTuning;
import java.time.Duration;

/** When scores become an alarm. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PolicySpec.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = PolicySpec.Tuned.class, name = "tuned"),
})
public sealed interface PolicySpec {

    /** A policy as it is. */
    record Fixed(double threshold, int k, int n, Duration cooldown, boolean topComponentOnly) implements PolicySpec {

        public Fixed {
            policy(threshold, k, n, cooldown, topComponentOnly);
        }

        /** The policy. */
        public AlarmPolicy policy() {
            return policy(threshold, k, n, cooldown, topComponentOnly);
        }

        private static AlarmPolicy policy(double threshold, int k, int n, Duration cooldown, boolean topComponentOnly) {
            AlarmPolicy policy = AlarmPolicy.threshold(threshold).kOfN(k, n).cooldown(cooldown);
            return topComponentOnly ? policy.topComponentOnly() : policy;
        }
    }

    /** The policy that finds most failures on the calibration slice under a limit of false alarms. */
    record Tuned(double falseAlarmsPerMachineYear, int k, int n, Duration cooldown) implements PolicySpec {

        private static final double ANY_THRESHOLD = 0.5;

        public Tuned {
            AlarmPolicy.threshold(ANY_THRESHOLD).kOfN(k, n).cooldown(cooldown);
        }

        /** The search. */
        public AlarmTuning tuning() {
            return AlarmTuning.atMost(falseAlarmsPerMachineYear)
                    .among(AlarmPolicy.threshold(ANY_THRESHOLD).kOfN(k, n).cooldown(cooldown));
        }
    }
}
