package io.github.pdmspark.simulator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.pdmspark.time.UtcText;
import java.util.ArrayList;
import java.util.List;

/** Size, period and seed of a simulated fleet. */
public final class FleetSimulatorBuilder {

    private static final int MOST_DAYS = 20 * 365;

    int machines = 100;
    String start = "2015-01-01";
    int days = 365;
    long seed = 42;
    Faults faults = Faults.few();

    FleetSimulatorBuilder() {}

    /** How many machines; they are numbered from 1. */
    @CanIgnoreReturnValue
    public FleetSimulatorBuilder machines(int machines) {
        this.machines = machines;
        return this;
    }

    /** The first hour of telemetry, such as {@code 2015-01-01}; UTC when it names no zone. */
    @CanIgnoreReturnValue
    public FleetSimulatorBuilder start(String start) {
        this.start = start;
        return this;
    }

    /** How long telemetry lasts; the year of maintenance before it comes on top. */
    @CanIgnoreReturnValue
    public FleetSimulatorBuilder days(int days) {
        this.days = days;
        return this;
    }

    /** Another seed gives another fleet with the same habits. */
    @CanIgnoreReturnValue
    public FleetSimulatorBuilder seed(long seed) {
        this.seed = seed;
        return this;
    }

    /** What is missing in the telemetry. */
    @CanIgnoreReturnValue
    public FleetSimulatorBuilder faults(Faults faults) {
        this.faults = faults;
        return this;
    }

    /**
     * The simulator.
     *
     * @throws IllegalArgumentException if a size is out of range or the start is not a time; names all such problems
     */
    public FleetSimulator build() {
        List<String> problems = new ArrayList<>();
        if (machines < 1) {
            problems.add("machines is " + machines + ", but a fleet has at least 1 machine.");
        }
        if (days < 1 || days > MOST_DAYS) {
            problems.add("days is " + days + ", but telemetry lasts 1 to " + MOST_DAYS + " days.");
        }
        try {
            UtcText.instant(start);
        } catch (IllegalArgumentException e) {
            problems.add("start: " + e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return new FleetSimulator(this);
    }
}
