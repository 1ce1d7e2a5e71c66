package io.github.pdmspark.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.label.RemainingLifeKernel.Remaining;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 500 random fleets on an axis of a few dozen microseconds, so that ties and interval ends are hit all the time. */
class LabelOracleTest {

    private static final int FLEETS = 500;
    private static final int MACHINES = 3;
    private static final int AXIS = 40;

    @Test
    void failureKernelEqualsTheNestedLoops() {
        Set<LabelStatus> seen = EnumSet.noneOf(LabelStatus.class);
        for (long seed = 0; seed < FLEETS; seed++) {
            Random random = new Random(seed);
            FailureLabel label = randomLabel(random);
            for (int machine = 0; machine < MACHINES; machine++) {
                seen.addAll(compareFailureLabels(random, label, seed));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(LabelStatus.values());
    }

    @Test
    void remainingLifeKernelEqualsTheWalk() {
        for (long seed = 0; seed < FLEETS; seed++) {
            Random random = new Random(seed);
            for (int machine = 0; machine < MACHINES; machine++) {
                compareRemainingLife(random, seed);
            }
        }
    }

    private static Set<LabelStatus> compareFailureLabels(Random random, FailureLabel label, long seed) {
        List<Happening> failures = randomRecords(random, 5);
        List<Happening> maintenance = randomMaintenance(random, failures);
        long end = random.nextInt(AXIS);
        long repair = random.nextInt(4);
        FailureKernel kernel = new FailureKernel(label, MachineOutcomes.of("m", 0, end, failures, maintenance, repair));
        Set<LabelStatus> seen = EnumSet.noneOf(LabelStatus.class);
        for (long asOf = 0; asOf <= end; asOf++) {
            FailureOutcome expected = FailureOracle.label(label, failures, maintenance, repair, end, asOf);
            assertThat(kernel.at(asOf))
                    .as("seed %d, asOf %d, %s", seed, asOf, label)
                    .isEqualTo(expected);
            seen.add(expected.status());
        }
        return seen;
    }

    private static void compareRemainingLife(Random random, long seed) {
        List<Happening> failures = randomRecords(random, 3);
        List<Happening> maintenance = randomMaintenance(random, failures);
        long end = random.nextInt(AXIS);
        long cap = random.nextBoolean() ? RemainingLifeKernel.NO_CAP : 1 + random.nextInt(AXIS);
        MachineOutcomes machine = MachineOutcomes.of("m", 0, end, failures, maintenance, 0);
        for (long asOf = 0; asOf <= end; asOf++) {
            Remaining whole = RemainingLifeKernel.ofMachine(machine, cap).at(asOf);
            Remaining one = RemainingLifeKernel.ofComponent(machine, 1, cap).at(asOf);
            assertThat(whole)
                    .as("machine, seed %d, asOf %d, cap %d", seed, asOf, cap)
                    .isEqualTo(RemainingLifeOracle.label(
                            failures, maintenance, RemainingLifeOracle.MACHINE, end, cap, asOf));
            assertThat(one)
                    .as("component, seed %d, asOf %d, cap %d", seed, asOf, cap)
                    .isEqualTo(RemainingLifeOracle.label(failures, maintenance, 1, end, cap, asOf));
        }
    }

    private static FailureLabel randomLabel(Random random) {
        FailureLabel label = FailureLabel.within(micros(1 + random.nextInt(10)))
                .lead(micros(random.nextInt(5)))
                .blackout(micros(random.nextInt(4)));
        return random.nextBoolean() ? label : label.preventiveReplacementIsNegative();
    }

    private static Duration micros(long count) {
        return Duration.of(count, ChronoUnit.MICROS);
    }

    private static List<Happening> randomRecords(Random random, int most) {
        List<Happening> records = new ArrayList<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            records.add(new Happening(random.nextInt(AXIS + 10), random.nextInt(3)));
        }
        return records;
    }

    private static List<Happening> randomMaintenance(Random random, List<Happening> failures) {
        List<Happening> records = new ArrayList<>(randomRecords(random, 4));
        failures.stream().filter(failure -> random.nextBoolean()).forEach(records::add);
        return records;
    }
}
