package io.github.pdmspark.simulator;

import io.github.pdmspark.simulator.Dice.Purpose;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The hourly readings of one machine; any hour can be asked for in any order. */
final class Readings {

    private static final int HOURS_PER_YEAR = 365 * 24;
    private static final double DECOYS_PER_SENSOR_YEAR = 4.5;
    private static final int LONGEST_GAP_HOURS = 24;
    private static final int FOLLOWS_WITHIN_HOURS = 7 * 24;
    private static final double STEP = 1e4;

    private final Dice values;
    private final Dice missing;
    private final double missingShare;
    private final BitSet gaps;
    private final Map<Sensor, double[]> shifts;

    private Readings(long seed, Machine machine, Faults faults, BitSet gaps, Map<Sensor, double[]> shifts) {
        this.values = Dice.of(seed, machine.id(), Purpose.READINGS);
        this.missing = Dice.of(seed, machine.id(), Purpose.MISSING);
        this.missingShare = faults.missingShare();
        this.gaps = gaps;
        this.shifts = shifts;
    }

    static Readings of(long seed, Machine machine, List<Wear> wears, int hours, Faults faults) {
        Map<Sensor, double[]> shifts = new EnumMap<>(Sensor.class);
        for (Sensor sensor : Sensor.values()) {
            shifts.put(sensor, new double[hours]);
        }
        for (Wear wear : wears) {
            shift(shifts, wear.component(), wear.onset(), wear.end());
        }
        addDecoys(shifts, wears, Dice.of(seed, machine.id(), Purpose.DECOYS), hours);
        return new Readings(seed, machine, faults, gaps(seed, machine, hours, faults.gapsPerYear()), shifts);
    }

    boolean isSent(int hour) {
        return !gaps.get(hour);
    }

    /** The value with four decimals, null when the cell is empty. */
    @Nullable
    Double value(Sensor sensor, int hour) {
        if (missing.at(hour, sensor.name()).chance(missingShare)) {
            return null;
        }
        double deviations = values.at(hour, sensor.name()).gaussian() + shift(sensor, hour);
        return Math.rint((sensor.mean() + deviations * sensor.deviation()) * STEP) / STEP;
    }

    /** How far the mean is off at this hour, in standard deviations: 0 unless in a drift, true or decoy. */
    double shift(Sensor sensor, int hour) {
        return Objects.requireNonNull(shifts.get(sensor))[hour];
    }

    private static void shift(Map<Sensor, double[]> shifts, Component component, int from, int to) {
        double[] shift = Objects.requireNonNull(shifts.get(component.sensor()));
        for (int hour = Math.max(from, 0); hour < Math.min(to, shift.length); hour++) {
            shift[hour] = component.driftDeviations();
        }
    }

    /** Drifts that look like those before a failure, for 12 to 48 hours, where no failure of the component is near. */
    private static void addDecoys(Map<Sensor, double[]> shifts, List<Wear> wears, Dice dice, int hours) {
        double meanGap = HOURS_PER_YEAR / DECOYS_PER_SENSOR_YEAR;
        for (Component component : Component.values()) {
            for (double hour = dice.exponential(meanGap); hour < hours; hour += dice.exponential(meanGap)) {
                int from = (int) hour;
                int to = from + dice.between(12, 48);
                if (wears.stream().noneMatch(wear -> follows(wear, component, from, to))) {
                    shift(shifts, component, from, to);
                }
            }
        }
    }

    private static boolean follows(Wear wear, Component component, int from, int to) {
        return wear.component() == component && wear.end() > from && wear.onset() < to + FOLLOWS_WITHIN_HOURS;
    }

    private static BitSet gaps(long seed, Machine machine, int hours, double perYear) {
        Dice dice = Dice.of(seed, machine.id(), Purpose.GAPS);
        BitSet gaps = new BitSet(hours);
        if (perYear > 0) {
            double mean = HOURS_PER_YEAR / perYear;
            for (double hour = dice.exponential(mean); hour < hours; hour += dice.exponential(mean)) {
                int from = (int) hour;
                gaps.set(from, Math.min(hours, from + dice.between(1, LONGEST_GAP_HOURS)));
            }
        }
        return gaps;
    }
}
