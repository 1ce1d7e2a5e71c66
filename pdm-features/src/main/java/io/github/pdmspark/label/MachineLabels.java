package io.github.pdmspark.label;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.time.Micros;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The labels of one machine at a time in plain Java, for whoever has its records and its span at hand. */
public final class MachineLabels implements Serializable {

    private static final long serialVersionUID = 1L;

    private final FailureLabel label;
    private final List<String> components;
    private final long repair;

    private MachineLabels(FailureLabel label, List<String> components, long repair) {
        this.label = label;
        this.components = List.copyOf(components);
        this.repair = repair;
    }

    /** The labels of a fleet; {@link #records} are what they are made of. */
    public static MachineLabels of(FailureLabel label, FleetHistory history) {
        return new MachineLabels(label, history.components(), Micros.of(history.minimumRepair()));
    }

    /**
     * Failures and maintenance: {@code machine_id, kind, event_time, name}, to be given to {@link Machine#add}. Lazy.
     *
     * @throws io.github.pdmspark.error.TrainingException {@code PDM_NO_FAILURES} if the history has no failures
     */
    public static Dataset<Row> records(FleetHistory history) {
        return OutcomeRecords.events(history);
    }

    /**
     * Starts a machine.
     *
     * @param firstReading microseconds of its first reading
     * @param endOfObservation microseconds until which failures would have been recorded
     */
    public Machine machine(String machineId, long firstReading, long endOfObservation) {
        return new Machine(machineId, firstReading, endOfObservation);
    }

    /**
     * The label of one row.
     *
     * @param components all that fail in the label interval, in time order, each once; empty unless POSITIVE
     * @param hoursToFailure NaN unless POSITIVE
     */
    public record Label(LabelStatus status, List<String> components, double hoursToFailure) {}

    /** One machine: its records first, then questions. */
    public final class Machine {

        private final String machineId;
        private final long firstReading;
        private final long endOfObservation;
        private final List<Happening> failures = new ArrayList<>();
        private final List<Happening> maintenance = new ArrayList<>();
        private final Map<LabelStatus, Label> withoutFailure = new EnumMap<>(LabelStatus.class);

        private Machine(String machineId, long firstReading, long endOfObservation) {
            this.machineId = machineId;
            this.firstReading = firstReading;
            this.endOfObservation = endOfObservation;
        }

        /** Takes one record of {@link #records}; the time in microseconds. */
        public void add(int kind, long time, String component) {
            int index = components.indexOf(component);
            if (index < 0) {
                throw new IllegalStateException("Component '" + component + "' is not among " + components + ".");
            }
            (kind == OutcomeRecords.FAILURE ? failures : maintenance).add(new Happening(time, index));
        }

        /** The labels at any time; call it after the last record. */
        public LongFunction<Label> labels() {
            FailureKernel kernel = new FailureKernel(
                    label,
                    MachineOutcomes.of(machineId, firstReading, endOfObservation, failures, maintenance, repair));
            return asOf -> label(kernel.at(asOf));
        }

        private Label label(FailureOutcome outcome) {
            return outcome.isPositive()
                    ? new Label(
                            outcome.status(),
                            outcome.components().stream().map(components::get).toList(),
                            outcome.microsToFailure() / FailureRows.MICROS_PER_HOUR)
                    : withoutFailure.computeIfAbsent(
                            outcome.status(), status -> new Label(status, List.of(), Double.NaN));
        }
    }
}
