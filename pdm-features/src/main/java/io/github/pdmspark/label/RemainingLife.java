package io.github.pdmspark.label;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createStructField;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.label.RemainingLifeKernel.Remaining;
import io.github.pdmspark.time.Micros;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;

/**
 * The remaining useful life as a label: the time from {@code asOf} to the next failure, of the machine or of one component.
 * Where no failure was seen, the label is a lower bound with a flag: up to the end of observation, and for one component
 * up to its preventive replacement. A cap limits the label to a known value: a life that is at least the cap gives exactly
 * the cap and is not censored.
 */
public final class RemainingLife {

    private static final List<StructField> COLUMNS = List.of(
            createStructField(LabelColumns.RUL_HOURS, DoubleType, false),
            createStructField(LabelColumns.RUL_CENSORED, BooleanType, false));
    private static final List<StructField> EACH = List.of(
            createStructField(LabelColumns.RUL_HOURS_BY_COMPONENT, createArrayType(DoubleType, false), false),
            createStructField(LabelColumns.RUL_CENSORED_BY_COMPONENT, createArrayType(BooleanType, false), false));

    private final Optional<Duration> cap;
    private final Optional<String> component;

    private RemainingLife(Optional<Duration> cap, Optional<String> component) {
        this.cap = cap;
        this.component = component;
    }

    /** Hours to the next failure of any component of the machine, without a cap. */
    public static RemainingLife hours() {
        return new RemainingLife(Optional.empty(), Optional.empty());
    }

    /** The same, limited to {@code longest}, which is longer than zero. */
    public RemainingLife cappedAt(Duration longest) {
        if (longest.isZero() || longest.isNegative()) {
            throw new IllegalArgumentException("The cap (" + longest + ") must be longer than zero.");
        }
        return new RemainingLife(Optional.of(longest), component);
    }

    /** The same, to the next failure of this component only. */
    public RemainingLife ofComponent(String name) {
        return new RemainingLife(cap, Optional.of(name));
    }

    /**
     * One row for each machine and grid time: {@code machine_id}, {@code as_of}, {@code rul_hours}, {@code rul_censored}.
     * Lazy.
     *
     * @throws io.github.pdmspark.error.TrainingException {@code PDM_NO_FAILURES} if the history has no failures
     * @throws IllegalArgumentException if the history does not know the component
     */
    public Dataset<Row> on(FleetHistory history, ObservationGrid grid) {
        long limit = cap.map(Micros::of).orElse(RemainingLifeKernel.NO_CAP);
        GridRows.Kernel kernel = component
                .map(name -> ofComponent(indexOf(name, history.components()), limit))
                .orElseGet(() -> ofMachine(limit));
        return GridRows.of(history, grid, COLUMNS, kernel);
    }

    /**
     * One row for each machine and grid time: {@code machine_id}, {@code as_of} and, as arrays in the order of {@link
     * FleetHistory#components()}, {@code rul_hours_by_component} and {@code rul_censored_by_component}; no cap. One pass over
     * the history, however many components there are. Lazy.
     *
     * @throws io.github.pdmspark.error.TrainingException {@code PDM_NO_FAILURES} if the history has no failures
     */
    public static Dataset<Row> ofEachComponent(FleetHistory history, ObservationGrid grid) {
        int count = history.components().size();
        return GridRows.of(history, grid, EACH, machine -> {
            List<RemainingLifeKernel> kernels = IntStream.range(0, count)
                    .mapToObj(i -> RemainingLifeKernel.ofComponent(machine, i, RemainingLifeKernel.NO_CAP))
                    .toList();
            return asOf -> rowOfEach(machine.machineId(), asOf, kernels);
        });
    }

    private static Row rowOfEach(String machineId, long asOf, List<RemainingLifeKernel> kernels) {
        List<Remaining> lives = kernels.stream().map(kernel -> kernel.at(asOf)).toList();
        Double[] hours = lives.stream()
                .map(life -> life.micros() / FailureRows.MICROS_PER_HOUR)
                .toArray(Double[]::new);
        Boolean[] censored = lives.stream().map(Remaining::censored).toArray(Boolean[]::new);
        return RowFactory.create(machineId, asOf, hours, censored);
    }

    private static GridRows.Kernel ofMachine(long limit) {
        return machine -> rows(machine, RemainingLifeKernel.ofMachine(machine, limit));
    }

    private static GridRows.Kernel ofComponent(int index, long limit) {
        return machine -> rows(machine, RemainingLifeKernel.ofComponent(machine, index, limit));
    }

    private static int indexOf(String component, List<String> components) {
        int index = components.indexOf(component);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "No component '" + component + "'. Found: " + String.join(", ", components) + ".");
        }
        return index;
    }

    private static LongFunction<Row> rows(MachineOutcomes machine, RemainingLifeKernel kernel) {
        return asOf -> {
            Remaining remaining = kernel.at(asOf);
            double hours = remaining.micros() / FailureRows.MICROS_PER_HOUR;
            return RowFactory.create(machine.machineId(), asOf, hours, remaining.censored());
        };
    }
}
