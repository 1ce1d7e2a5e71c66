package io.github.pdmspark.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.pdmspark.table.DuplicateRule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of a fleet: where each comes from and what its columns mean.
 *
 * @param telemetry sensor readings
 * @param errors errors that a machine reported
 * @param maintenance components that were maintained
 * @param failures components that failed
 * @param suspensions times in which machines were off or in repair
 * @param machines attributes of the machines
 */
public record FleetSpec(
        TelemetrySpec telemetry,
        Optional<ErrorsSpec> errors,
        Optional<MaintenanceSpec> maintenance,
        Optional<FailuresSpec> failures,
        Optional<SuspensionsSpec> suspensions,
        Optional<MachinesSpec> machines) {

    /** What every table with a time declares. */
    public sealed interface Dated permits TelemetrySpec, ErrorsSpec, MaintenanceSpec, FailuresSpec, SuspensionsSpec {

        /** Where the rows come from. */
        SourceSpec from();

        /** Column that identifies the machine. */
        String machineId();

        /** Column that says when it happened. */
        TimeSpec time();

        /** Zone of times that carry none. */
        Optional<ZoneId> zone();

        /** Column that says when the record became visible. */
        Optional<String> knownAt();

        /** How long after the event a record becomes visible. */
        Duration delay();

        /** Share of rows that may be rejected. */
        Optional<Double> maxRejectedShare();
    }

    /** Sensor readings; {@code day} is a DATE column by which the files are partitioned. */
    public record TelemetrySpec(
            SourceSpec from,
            String machineId,
            TimeSpec time,
            Optional<ZoneId> zone,
            Optional<String> knownAt,
            Duration delay,
            Optional<Double> maxRejectedShare,
            SensorNames sensors,
            Optional<Duration> sampledEvery,
            DuplicateRule duplicates,
            Optional<List<Double>> sentinels,
            Optional<String> day)
            implements Dated {}

    /** Errors that a machine reported. */
    public record ErrorsSpec(
            SourceSpec from,
            String machineId,
            TimeSpec time,
            Optional<ZoneId> zone,
            Optional<String> knownAt,
            Duration delay,
            Optional<Double> maxRejectedShare,
            String code,
            Optional<List<String>> allowed)
            implements Dated {}

    /** Components that were maintained. */
    public record MaintenanceSpec(
            SourceSpec from,
            String machineId,
            TimeSpec time,
            Optional<ZoneId> zone,
            Optional<String> knownAt,
            Duration delay,
            Optional<Double> maxRejectedShare,
            String component,
            Optional<List<String>> allowed)
            implements Dated {}

    /** Components that failed. */
    public record FailuresSpec(
            SourceSpec from,
            String machineId,
            TimeSpec time,
            Optional<ZoneId> zone,
            Optional<String> knownAt,
            Duration delay,
            Optional<Double> maxRejectedShare,
            String component,
            Optional<List<String>> allowed,
            Duration minimumRepair)
            implements Dated {}

    /** Times in which machines were off or in repair; {@code until} is the column that says when each was over. */
    public record SuspensionsSpec(
            SourceSpec from,
            String machineId,
            TimeSpec time,
            String until,
            Optional<ZoneId> zone,
            Optional<Double> maxRejectedShare)
            implements Dated {

        /** They are known as they happen. */
        @Override
        public Optional<String> knownAt() {
            return Optional.empty();
        }

        @Override
        public Duration delay() {
            return Duration.ZERO;
        }
    }

    /** Attributes of the machines, and columns with the times in which a row holds and since when a machine is there. */
    public record MachinesSpec(
            SourceSpec from,
            String machineId,
            Optional<List<String>> categorical,
            Optional<List<String>> numeric,
            Optional<String> validFrom,
            Optional<String> validTo,
            Optional<String> installedAt,
            boolean complete) {}

    /**
     * A column of time.
     *
     * @param column its name
     * @param format a pattern, {@code epoch_seconds} or {@code epoch_millis}; by the type of the column unless given
     */
    public record TimeSpec(String column, Optional<String> format) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static TimeSpec of(JsonNode node) {
            return node.isObject()
                    ? new TimeSpec(
                            node.path("column").asText(),
                            Optional.of(node.path("format").asText()))
                    : new TimeSpec(node.asText(), Optional.empty());
        }
    }

    /**
     * Sensors and the columns that hold them, in their order.
     *
     * @param columns column by sensor
     */
    public record SensorNames(Map<String, String> columns) {

        public SensorNames {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static SensorNames of(JsonNode node) {
            Map<String, String> columns = new LinkedHashMap<>();
            if (node.isObject()) {
                node.properties()
                        .forEach(each ->
                                columns.put(each.getKey(), each.getValue().asText()));
            } else {
                node.forEach(name -> columns.put(name.asText(), name.asText()));
            }
            return new SensorNames(columns);
        }
    }
}
