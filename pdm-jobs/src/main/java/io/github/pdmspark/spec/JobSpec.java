package io.github.pdmspark.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.SpecException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the jobs of a fleet share. A command needs some of the sections and says so when one is missing;
 * {@code docs/reference/specification.md} explains all keys.
 *
 * @param zone of times that carry none
 * @param observedUntil the time up to which all machines were observed
 * @param sources the tables of the fleet
 * @param features what is known at every prediction time
 * @param label what came next
 * @param split train, calibrate and test in time order
 * @param trainer the algorithm
 * @param preparation what is done to the training rows
 * @param calibration how scores become probabilities
 * @param policy when scores become an alarm
 * @param evaluation how alarms are judged
 * @param model folder of the model bundle
 * @param scoring how much of the past a run reads and writes again
 * @param monitoring what is watched after deployment
 * @param sinks where results go
 */
public record JobSpec(
        Optional<ZoneId> zone,
        Optional<Instant> observedUntil,
        FleetSpec sources,
        Optional<FeaturesSpec> features,
        Optional<LabelSpec> label,
        Optional<SplitSpec> split,
        Optional<TrainerSpec> trainer,
        Optional<PreparationSpec> preparation,
        Optional<CalibrationSpec> calibration,
        Optional<PolicySpec> policy,
        Optional<EvaluationSpec> evaluation,
        Optional<String> model,
        Optional<ScoringSpec> scoring,
        Optional<MonitoringSpec> monitoring,
        Optional<SinksSpec> sinks) {

    /** How scores become probabilities. */
    public enum CalibrationSpec {
        PLATT,
        ISOTONIC
    }

    /** The JSON schema of specifications. */
    public static String schema() {
        JsonNode schema = SpecSchema.published();
        return schema.toPrettyString();
    }

    /**
     * A section that a command cannot do without.
     *
     * @throws SpecException {@code PDM_SPEC_MISSING_KEY} if it is not there
     */
    public static <T> T require(Optional<T> section, String path, String command) {
        return section.orElseThrow(() -> new SpecException(List.of(new Problem(
                ErrorCondition.PDM_SPEC_MISSING_KEY,
                "'" + path + "' is missing; " + command + " needs it.",
                "add it to the specification, or give it as --set " + path + "=..."))));
    }
}
