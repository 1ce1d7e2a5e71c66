package io.github.pdmspark.quality;

import java.time.Duration;
import java.util.Optional;

/**
 * How one sensor was measured over the whole fleet.
 *
 * @param sensor its name
 * @param machines machines with telemetry
 * @param silentMachines machines on which it never had a value
 * @param readings values
 * @param missingShare rows without a value among all rows
 * @param coverage values among those to be expected between the first and the last row of each machine, where a sampling
 *     period is declared
 * @param longestGap longest time without a value on any machine
 * @param gapMachine the machine with it
 * @param longestConstant longest time with one and the same value on any machine
 * @param constantMachine the machine with it
 * @param edgeShare largest share of values on any machine that equal its lowest or highest one
 * @param falls values below the one before; a counter should have none
 * @param shortestSpan shortest time from first to last row on any machine
 * @param lowest lowest value, if there is any
 * @param highest highest value, if there is any
 * @param unorderedShare values that became known before an earlier one of their machine, as a share of all
 * @param clockSkew how far the shortest delay from event to known time on any machine is from that of the machine in the middle
 * @param skewMachine the machine with it
 * @param unitJump distance of the values after a lasting step from those before it, in widths of the wider range; 0 if none
 * @param jumpMachine the machine with it
 * @param standIn a frequent value far from all others on some machine, which may stand for "no reading"
 * @param standIns how often it came
 */
public record SensorSummary(
        String sensor,
        long machines,
        long silentMachines,
        long readings,
        double missingShare,
        Optional<Double> coverage,
        Duration longestGap,
        String gapMachine,
        Duration longestConstant,
        String constantMachine,
        double edgeShare,
        long falls,
        Duration shortestSpan,
        Optional<Double> lowest,
        Optional<Double> highest,
        double unorderedShare,
        Duration clockSkew,
        String skewMachine,
        double unitJump,
        String jumpMachine,
        Optional<Double> standIn,
        long standIns) {}
